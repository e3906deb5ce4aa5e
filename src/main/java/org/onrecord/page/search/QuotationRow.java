package org.onrecord.page.search;

import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.SpeakerTag;
import org.onrecord.page.part.Sureness;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.search.PartyLabels;

/**
 * What is known of one quotation of a passage, in a line.
 *
 * @param cue the words that report it; null where there are none
 * @param source the words that name who says it; null where there are none
 * @param link the quotation's permalink, as a path
 */
public record QuotationRow(
    SpeakerTag speaker,
    KindTag kind,
    @Nullable String cue,
    @Nullable String source,
    Sureness sureness,
    String link) {
  /**
   * The row of a quotation.
   *
   * @param parties what parties are called
   */
  static QuotationRow of(ArchivedQuotation quotation, PartyLabels parties) {
    return new QuotationRow(
        SpeakerTag.of(quotation, Slots.BY_HASH, parties),
        KindTag.of(quotation),
        quotation.cue() == null ? null : quotation.cue().text(),
        quotation.source() == null ? null : quotation.source().text(),
        Sureness.of(quotation),
        Pages.quote(quotation.id()));
  }
}
