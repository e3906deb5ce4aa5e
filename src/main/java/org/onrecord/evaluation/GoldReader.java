package org.onrecord.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.AnnotatedArticle;
import org.onrecord.quotation.AnnotatedArticle.AnnotatedQuotation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads annotated articles: a JSON object a line with {@code id, date, title, publisher, text,
 * quotes[]}, each quote with {@code start, end} (code points into {@code text}), {@code type, core,
 * cue, speaker_span}.
 */
public final class GoldReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private GoldReader() {}

  /** Every article of a file, in order. */
  public static List<AnnotatedArticle> read(Path file) throws IOException {
    List<AnnotatedArticle> articles = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          articles.add(article(JSON.readTree(line), file, articles.size() + 1));
        }
      }
    }
    return articles;
  }

  private static AnnotatedArticle article(JsonNode node, Path file, int line) {
    String text = node.required("text").stringValue();
    String date = string(node, "date");
    Article article =
        new Article(
            new ArticleId(node.required("id").stringValue()),
            string(node, "title"),
            date == null ? null : LocalDate.parse(date),
            string(node, "url"),
            string(node, "publisher"),
            null,
            null,
            text,
            java.util.Map.of(),
            new Provenance(file.toString(), 0, line, "gold"));
    List<AnnotatedQuotation> quotations = new ArrayList<>();
    for (JsonNode quote : node.required("quotes").values()) {
      JsonNode source = quote.get("speaker_span");
      quotations.add(
          new AnnotatedQuotation(
              span(text, quote.required("start").intValue(), quote.required("end").intValue()),
              QuotationKind.valueOf(
                  quote.required("type").stringValue().toUpperCase(java.util.Locale.ROOT)),
              !quote.has("core") || quote.get("core").booleanValue(),
              string(quote, "cue"),
              source == null || source.isNull()
                  ? null
                  : span(text, source.get(0).intValue(), source.get(1).intValue())));
    }
    return new AnnotatedArticle(article, quotations);
  }

  private static TextSpan span(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return new TextSpan(from, text.offsetByCodePoints(from, end - start));
  }

  private static @Nullable String string(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value.stringValue();
  }
}
