package org.onrecord.article;

/**
 * How sure a quotation is, its words and who says them, by the weaker of the two figures. The
 * scores kept in the documentation say how often each level is right.
 */
public enum SurenessLevel {
  CLEAR("Clear", 96),
  LIKELY("Likely", 70),
  CHECK("Check", 0);

  private final String label;

  /** The least figure, in hundredths. */
  private final int least;

  SurenessLevel(String label, int least) {
    this.label = label;
    this.least = least;
  }

  /**
   * The level of a figure, to two digits as it is shown.
   *
   * @param certainty 0 to 1
   */
  public static SurenessLevel of(double certainty) {
    long hundredths = Math.round(100 * certainty);
    return hundredths >= CLEAR.least ? CLEAR : hundredths >= LIKELY.least ? LIKELY : CHECK;
  }

  public String label() {
    return label;
  }
}
