package org.onrecord.api;

import java.util.List;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.Hit;
import org.onrecord.search.Snippet;

/** One thing found, of either shape. */
public sealed interface HitBody {

  static HitBody of(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> ofParagraph(found);
      case Hit.QuoteHit found -> ofQuote(found);
    };
  }

  private static HitBody ofParagraph(Hit.ParagraphHit found) {
    ParagraphDocument paragraph = found.paragraph();
    return new ParagraphHitBody(
        paragraph.id(),
        DocumentType.PARAGRAPH.label(),
        found.score(),
        ArticleRefBody.of(paragraph.article()),
        paragraph.ordinal(),
        paragraph.text(),
        snippets(found.snippets()),
        MentionBody.names(paragraph.mentions()),
        paragraph.quotations().stream()
            .map(quotation -> QuotationBody.of(quotation, paragraph.text()))
            .toList(),
        LinksBody.paragraph(paragraph.id(), paragraph.article().id(), paragraph.ordinal()),
        found.copies().count(),
        CopyBody.of(found.copies(), LinksBody::paragraph));
  }

  private static HitBody ofQuote(Hit.QuoteHit found) {
    QuoteDocument quote = found.quote();
    ArchivedQuotation quotation = quote.quotation();
    QuotationBody body = QuotationBody.of(quotation, quote.context());
    return new QuoteHitBody(
        quotation.id(),
        DocumentType.QUOTE.label(),
        found.score(),
        ArticleRefBody.of(quote.article()),
        quotation.paragraph(),
        quotation.content(),
        snippets(found.snippets()),
        body.mentions(),
        body,
        quote.context(),
        LinksBody.quote(quotation.id(), quote.article().id(), quotation.paragraph()),
        found.copies().count(),
        CopyBody.of(found.copies(), LinksBody::quote));
  }

  private static List<SnippetBody> snippets(List<Snippet> snippets) {
    return snippets.stream().map(SnippetBody::of).toList();
  }

  /**
   * A paragraph.
   *
   * @param paragraph its ordinal; 0 is the headline
   * @param mentions the names of those spoken of, each once
   * @param copyCount in how many other articles that match it stands as well
   * @param copies the first of them
   */
  record ParagraphHitBody(
      String id,
      String type,
      float score,
      ArticleRefBody article,
      int paragraph,
      String text,
      List<SnippetBody> snippets,
      List<String> mentions,
      List<QuotationBody> quotations,
      LinksBody links,
      int copyCount,
      List<CopyBody> copies)
      implements HitBody {}

  /**
   * A quotation.
   *
   * @param text its content
   * @param context the text of its paragraph, into which the quotation's offsets point
   * @param copyCount in how many other articles that match it stands as well
   * @param copies the first of them
   */
  record QuoteHitBody(
      String id,
      String type,
      float score,
      ArticleRefBody article,
      int paragraph,
      String text,
      List<SnippetBody> snippets,
      List<String> mentions,
      QuotationBody quotation,
      String context,
      LinksBody links,
      int copyCount,
      List<CopyBody> copies)
      implements HitBody {}
}
