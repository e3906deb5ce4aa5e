package org.onrecord.article;

/** What kind of speaker a quotation has. */
public enum SpeakerType implements Labelled {
  PERSON,
  ORGANISATION,
  /** Somebody whom the article does not name: "a spokesman", "officials". */
  UNNAMED
}
