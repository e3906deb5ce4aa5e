package org.onrecord.copies;

/**
 * That one of two articles is a copy of the other.
 *
 * @param shared how many runs of words stand in both: of several articles that one may be a copy
 *     of, the one with the most is the nearest
 * @param wording how alike their passages must be to be paired
 */
public record Likeness(int shared, Wording wording) {

  /** How alike two passages must be. */
  public enum Wording {
    /** The same words, whatever the marks and the agency's dateline. */
    EQUAL,
    /** Most of the words; no number and no "not" may differ. */
    NEAR
  }
}
