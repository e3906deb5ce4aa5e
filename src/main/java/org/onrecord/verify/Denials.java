package org.onrecord.verify;

import org.onrecord.schema.ArchivedQuotation;

/** Which quotations tell what was not said, or is not claimed. */
final class Denials {
  private Denials() {}

  /**
   * Whether the words are denied, asked or supposed in a quotation, and not said. A question that
   * is told verbatim was said as a question.
   */
  static boolean isDenied(ArchivedQuotation quotation, Verdict wording) {
    return switch (quotation.polarity()) {
      case AFFIRMED -> false;
      case ASKED -> wording == Verdict.REPORTED;
      case DENIED, HYPOTHETICAL, REFUSED, UNSAID -> true;
    };
  }
}
