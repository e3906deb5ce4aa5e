package org.onrecord.api;

import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.QuoteDocument;

/**
 * A quotation on its own, behind its permalink.
 *
 * @param paragraph the ordinal of its paragraph
 * @param text its content
 * @param context the text of its paragraph, into which the quotation's offsets point
 */
public record QuoteBody(
    String id,
    ArticleHeaderBody article,
    int paragraph,
    String text,
    QuotationBody quotation,
    String context,
    LinksBody links) {

  public static QuoteBody of(QuoteDocument quote) {
    ArchivedQuotation quotation = quote.quotation();
    return new QuoteBody(
        quotation.id(),
        ArticleHeaderBody.of(quote.article()),
        quotation.paragraph(),
        quotation.content(),
        QuotationBody.of(quotation, quote.context()),
        quote.context(),
        LinksBody.quote(quotation.id(), quote.article().id(), quotation.paragraph()));
  }
}
