package org.onrecord.api;

import java.util.List;
import org.onrecord.schema.ParagraphDocument;

/**
 * A paragraph on its own, behind its permalink.
 *
 * @param paragraph its ordinal; 0 is the headline
 */
public record ParagraphBody(
    String id,
    ArticleHeaderBody article,
    int paragraph,
    String text,
    List<MentionBody> mentions,
    List<QuotationBody> quotations,
    LinksBody links) {

  public static ParagraphBody of(ParagraphDocument paragraph) {
    return new ParagraphBody(
        paragraph.id(),
        ArticleHeaderBody.of(paragraph.article()),
        paragraph.ordinal(),
        paragraph.text(),
        MentionBody.all(paragraph.mentions(), paragraph.text()),
        paragraph.quotations().stream()
            .map(quotation -> QuotationBody.of(quotation, paragraph.text()))
            .toList(),
        LinksBody.paragraph(paragraph.id(), paragraph.article().id(), paragraph.ordinal()));
  }
}
