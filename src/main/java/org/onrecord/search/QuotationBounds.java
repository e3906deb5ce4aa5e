package org.onrecord.search;

/**
 * Which quotations a search takes. Of paragraphs it takes those that hold such a quotation, where a
 * bound is set.
 *
 * @param minConfidence how sure it must be at the least that the words are said, 0 (any, the
 *     default) to 1
 * @param minSpeakerConfidence how sure it must be at the least who says them, 0 to 1
 */
public record QuotationBounds(
    UnsaidMode unsaid, double minConfidence, double minSpeakerConfidence) {
  /** All that is said. */
  public static final QuotationBounds DEFAULT = new QuotationBounds(UnsaidMode.LEAVE, 0, 0);

  public QuotationBounds {
    if (!(minConfidence >= 0 && minConfidence <= 1)
        || !(minSpeakerConfidence >= 0 && minSpeakerConfidence <= 1)) {
      throw new IllegalArgumentException(
          "a confidence is 0 to 1, not " + minConfidence + ", " + minSpeakerConfidence);
    }
  }

  /** The same with what was not said. */
  QuotationBounds withUnsaid() {
    return new QuotationBounds(UnsaidMode.INCLUDE, minConfidence, minSpeakerConfidence);
  }
}
