package org.onrecord.copies;

/**
 * Decides whether one of two articles is a copy of the other: most of the shorter one stands in the
 * longer one word for word. So a copy may be cut, or set into more text, and may have words changed
 * here and there; articles made after one pattern (market reports, transcripts that open alike)
 * share less.
 */
public final class CopyRule {
  /** Below this many runs of words, sharing them means little: about as many words and four. */
  static final int LEAST_RUNS = 30;

  /** How much of the shorter article's runs must stand in the longer one. */
  private static final double LEAST_CONTAINED = 0.5;

  private CopyRule() {}

  /**
   * How many runs of words they share if one is a copy of the other, else 0: of several articles
   * that one may be a copy of, the one with the most is the nearest.
   */
  public static int likeness(Shingles one, Shingles other) {
    int shorter = Math.min(one.size(), other.size());
    if (shorter < LEAST_RUNS) {
      return 0;
    }
    int shared = one.shared(other);
    return shared >= shorter * LEAST_CONTAINED ? shared : 0;
  }
}
