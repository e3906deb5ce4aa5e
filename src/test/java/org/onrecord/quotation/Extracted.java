package org.onrecord.quotation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;

/** What the shipped model finds in a text. */
final class Extracted {
  private static final QuotationModel MODEL = ModelFile.shipped();

  private Extracted() {}

  static List<Quotation> extracted(String body) {
    return new QuotationExtractor(MODEL).extract(segmented(body, null));
  }

  /** Each quotation as "direct: its content … its second segment &lt; its source". */
  static List<String> lines(String body) {
    SegmentedArticle article = segmented(body, null);
    return extracted(body).stream()
        .map(q -> written(q, article.paragraph(q.paragraph()).text()))
        .toList();
  }

  /** Those of the headline, written likewise. */
  static List<String> headlines(String title, String body) {
    SegmentedArticle article = segmented(body, title);
    return new QuotationExtractor(MODEL)
        .extract(article).stream()
            .filter(q -> q.paragraph() == 0)
            .map(q -> written(q, article.paragraph(0).text()))
            .toList();
  }

  /** Those of the body under a headline, written likewise. */
  static List<String> under(String title, String body) {
    SegmentedArticle article = segmented(body, title);
    return new QuotationExtractor(MODEL)
        .extract(article).stream()
            .filter(q -> q.paragraph() > 0)
            .map(q -> written(q, article.paragraph(q.paragraph()).text()))
            .toList();
  }

  static String kind(Quotation quotation) {
    return quotation.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String written(Quotation quotation, String text) {
    String content =
        quotation.segments().stream().map(s -> s.in(text)).collect(Collectors.joining(" … "));
    String source = quotation.source() == null ? "none" : quotation.source().text();
    return kind(quotation) + ": " + content + " < " + source;
  }

  private static SegmentedArticle segmented(String body, @Nullable String title) {
    return new Segmenter().segment(Article.of("a", null, body).withTitle(title));
  }
}
