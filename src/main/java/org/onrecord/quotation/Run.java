package org.onrecord.quotation;

/** A run of content labels of a paragraph on its way to a {@link Unit}, its edges still moving. */
final class Run {
  static final String TAGGER = "tagger";

  /** The rule of what the tagger would take for content next. */
  static final String SECOND = "second look";

  int first;
  int end;
  boolean direct;
  final String rule;

  /**
   * A run.
   *
   * @param first the index of its first token
   * @param end the index after its last token
   * @param direct whether it is taken for verbatim speech
   * @param rule what found it
   */
  Run(int first, int end, boolean direct, String rule) {
    this.first = first;
    this.end = end;
    this.direct = direct;
    this.rule = rule;
  }
}
