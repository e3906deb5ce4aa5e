package org.onrecord.mcp;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.schema.ArchiveField;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.Hit;
import org.onrecord.search.Snippet;

/** A paragraph that was found. */
record PassageHit(
    @Described("link to cite it by") String citation,
    String id,
    @Described("the paragraph's words as they stand") String text,
    @Described("whether text is the whole paragraph") boolean whole,
    @Described("id for get_article") String article,
    @Described("number of the paragraph; 0 is the headline") int paragraph,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String outlet,
    @Described("the first quotations in it") List<Quoted> quotations,
    @Described("in how many other articles it stands as well") int copies) {
  private static final int MOST_QUOTATIONS = 4;

  /** A quotation within a passage. */
  record Quoted(
      @Described("id for get_quotation") String id,
      @Nullable String speaker,
      @Nullable String party,
      String kind,
      String polarity) {
    static Quoted of(ArchivedQuotation quotation) {
      return new Quoted(
          quotation.id(),
          QuotationHit.speaker(quotation),
          QuotationHit.party(quotation),
          quotation.kind().label(),
          quotation.polarity().label());
    }
  }

  static PassageHit of(Hit.ParagraphHit hit, Citations cite) {
    ParagraphDocument paragraph = hit.paragraph();
    ArticleHeader article = paragraph.article();
    PassageHit empty =
        new PassageHit(
            cite.passage(article.id(), paragraph.ordinal()),
            paragraph.id(),
            "",
            true,
            article.id().value(),
            paragraph.ordinal(),
            Headers.title(article),
            article.date(),
            Headers.outlet(article),
            paragraph.quotations().stream()
                .filter(ArchivedQuotation::isSaid)
                .limit(MOST_QUOTATIONS)
                .map(Quoted::of)
                .toList(),
            hit.copies().count());
    return empty.with(
        Cut.of(
            paragraph.text(),
            focus(hit.snippets()),
            QuotationHit.LARGEST - ApiJson.bytes(empty).length));
  }

  /** Where the first word of the query stands in the text, UTF-16. */
  static int focus(List<Snippet> snippets) {
    return snippets.stream()
        .filter(each -> each.field() == ArchiveField.TEXT && !each.highlights().isEmpty())
        .findFirst()
        .map(each -> each.offset() + each.highlights().getFirst().start())
        .orElse(0);
  }

  private PassageHit with(Cut cut) {
    return new PassageHit(
        citation,
        id,
        cut.text(),
        cut.whole(),
        article,
        paragraph,
        title,
        date,
        outlet,
        quotations,
        copies);
  }
}
