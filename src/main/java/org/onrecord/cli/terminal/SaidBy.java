package org.onrecord.cli.terminal;

import java.util.List;
import org.onrecord.article.SpeakerRef;
import org.onrecord.schema.ArchivedQuotation;

/** Whose words a quotation is, as a person reads it. */
public final class SaidBy {
  private SaidBy() {}

  /** {@code Imran Khan (PTI)}. */
  public static String of(ArchivedQuotation quotation) {
    List<String> names = quotation.speakers().stream().map(SpeakerRef::name).toList();
    String unnamed = quotation.speaker() == null ? "unattributed" : quotation.speaker().name();
    String name = names.isEmpty() ? unnamed : String.join(" and ", names);
    String represented =
        quotation.speaksFor() == null ? "" : ", for " + quotation.speaksFor().name();
    return name + party(quotation) + represented;
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
