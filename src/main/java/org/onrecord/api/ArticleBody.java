package org.onrecord.api;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleDetails;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.ArticleLabels;
import org.onrecord.schema.ParagraphDocument;

/**
 * An article with its paragraphs, and their quotations in place.
 *
 * @param version a digest of the article as received: another text has another
 * @param publishedAt when it was published first, with its zone; null where only the day is known
 * @param updatedAt when this version was made
 * @param authors as its feed has them; the byline where it names none on their own
 * @param tags subjects, keywords and categories
 * @param language by BCP 47
 * @param extra members of the input that OnRecord has no field for
 * @param paragraphs in order, the headline first where there is one
 */
public record ArticleBody(
    String id,
    String version,
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable String publishedAt,
    @Nullable String updatedAt,
    @Nullable String outlet,
    @Nullable String section,
    @Nullable String author,
    List<String> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String url,
    Map<String, Object> extra,
    List<PlacedParagraph> paragraphs,
    SelfBody links) {

  public static ArticleBody of(ArchivedArticle article) {
    ArticleHeader header = article.document().article();
    Article received = article.document().received();
    ArticleDetails details = ArticleDetails.of(received);
    Optional<ArticleLabels> labels = ArticleLabels.of(received);
    Map<Integer, String> texts = new HashMap<>();
    article.paragraphs().forEach(p -> texts.put(p.ordinal(), p.text()));
    return new ArticleBody(
        header.id().value(),
        header.version(),
        header.title(),
        header.date(),
        details.published().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null),
        details.updated().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null),
        header.outlet(),
        header.section(),
        received.author(),
        labels.map(ArticleLabels::authors).orElse(List.of()),
        labels.map(ArticleLabels::tags).orElse(List.of()),
        labels.map(ArticleLabels::language).orElse(null),
        header.url(),
        received.extra(),
        article.paragraphs().stream()
            .map(p -> PlacedParagraph.of(p, ordinal -> Optional.ofNullable(texts.get(ordinal))))
            .toList(),
        new SelfBody(Links.article(header.id())));
  }

  /**
   * A paragraph in its article.
   *
   * @param paragraph its ordinal; 0 is the headline
   * @param struck what editors decided to be no quotation
   */
  public record PlacedParagraph(
      String id,
      int paragraph,
      String text,
      List<MentionBody> mentions,
      List<QuotationBody> quotations,
      List<StruckBody> struck) {

    static PlacedParagraph of(ParagraphDocument paragraph, IntFunction<Optional<String>> texts) {
      return new PlacedParagraph(
          paragraph.id(),
          paragraph.ordinal(),
          paragraph.text(),
          MentionBody.all(paragraph.mentions(), paragraph.text()),
          paragraph.quotations().stream()
              .map(quotation -> QuotationBody.of(quotation, paragraph.text(), texts))
              .toList(),
          paragraph.struck().stream()
              .map(struck -> StruckBody.of(struck, paragraph.text()))
              .toList());
    }
  }

  /** Where the article is found in the API. */
  public record SelfBody(String self) {}
}
