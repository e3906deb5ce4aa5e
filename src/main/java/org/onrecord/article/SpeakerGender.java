package org.onrecord.article;

/**
 * The gender of somebody who speaks, as the registry has it: never worked out from a name or from
 * what the text calls them.
 */
public enum SpeakerGender implements Labelled {
  FEMALE,
  MALE,
  OTHER,
  /** Somebody whom the registry does not have, or of whom it does not say. */
  UNKNOWN
}
