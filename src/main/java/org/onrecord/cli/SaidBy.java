package org.onrecord.cli;

import org.onrecord.schema.ArchivedQuotation;

/** Whose words a quotation is, as a person reads it. */
final class SaidBy {
  private SaidBy() {}

  /** {@code Imran Khan (PTI)}. */
  static String of(ArchivedQuotation quotation) {
    String name = quotation.speaker() == null ? "unattributed" : quotation.speaker().name();
    return name + party(quotation);
  }

  private static String party(ArchivedQuotation quotation) {
    if (quotation.party() != null) {
      return " (" + quotation.party().name() + ")";
    }
    return quotation.formerParty() == null
        ? ""
        : " (formerly " + quotation.formerParty().name() + ")";
  }
}
