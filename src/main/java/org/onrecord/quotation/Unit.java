package org.onrecord.quotation;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.QuotationKind;

/**
 * One contiguous stretch of content in a paragraph, on its way to being a {@link Quotation}.
 *
 * @param paragraph the index of the paragraph's view
 * @param first the index of its first token
 * @param end the index after its last token
 * @param direct whether the tagger took it for verbatim speech
 * @param kind what it is in the light of the marks
 * @param marked whether marks stand in it or around it
 * @param cue the cue's tokens in the same paragraph, or null
 * @param rule what found it
 */
public record Unit(
    int paragraph,
    int first,
    int end,
    boolean direct,
    QuotationKind kind,
    boolean marked,
    @Nullable Range cue,
    String rule) {

  /** A run of tokens of a paragraph, end exclusive. */
  public record Range(int first, int end) {
    boolean overlaps(int otherFirst, int otherEnd) {
      return first < otherEnd && otherFirst < end;
    }
  }

  /** The same content, of this kind. */
  Unit of(QuotationKind as) {
    return new Unit(paragraph, first, end, as == QuotationKind.DIRECT, as, marked, cue, rule);
  }

  boolean holds(int token) {
    return first <= token && token < end;
  }
}
