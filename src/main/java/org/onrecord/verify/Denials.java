package org.onrecord.verify;

import org.onrecord.schema.ArchivedQuotation;

/** Which quotations tell what was not said, or is not claimed. */
final class Denials {
  private Denials() {}

  /** Whether the words are denied, asked or supposed in a quotation, and not said. */
  static boolean isDenied(ArchivedQuotation quotation) {
    return quotation.content().isEmpty();
  }
}
