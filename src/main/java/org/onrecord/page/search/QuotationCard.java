package org.onrecord.page.search;

import org.onrecord.page.part.KindTag;
import org.onrecord.page.part.OuterMarks;
import org.onrecord.page.part.Passage;
import org.onrecord.page.part.SentenceFrame;
import org.onrecord.page.part.Slots;
import org.onrecord.page.part.Sureness;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.QuoteDocument;

/**
 * What is known of a quotation that stands on its own.
 *
 * @param slot the class of the speaker's colour
 * @param outer the marks that belong to its words and stand outside of them
 * @param frame its sentence with a gap for the content
 * @param lang the sentence's language
 */
public record QuotationCard(
    String slot,
    KindTag kind,
    OuterMarks outer,
    SentenceFrame frame,
    String lang,
    Sureness sureness) {
  /** The card of a quotation. */
  public static QuotationCard of(QuoteDocument quote) {
    ArchivedQuotation quotation = quote.quotation();
    return new QuotationCard(
        Slots.BY_HASH.style(quotation.speaker()),
        KindTag.of(quotation),
        OuterMarks.of(quotation, quote.context()),
        SentenceFrame.of(quotation, quote.context()),
        Passage.language(quote.context()),
        Sureness.of(quotation));
  }
}
