package org.onrecord.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.training.AnnotatedArticle;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads annotated articles: a JSON object a line with {@code id, date, title, publisher, text,
 * quotes[]}, each quote with {@code start, end} (code points into {@code text}), {@code type, core,
 * cue, speaker, speaker_is_person, speaker_basis, speaker_mention, speaker_span, party}.
 */
public final class GoldReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private GoldReader() {}

  /** Every article of a file, in order, as a model learns it. */
  public static List<AnnotatedArticle> read(Path file) throws IOException {
    return articles(file).stream().map(GoldArticle::annotated).toList();
  }

  /**
   * Every article of a file, in order.
   *
   * @throws IOException if a line is no annotated article; the message names file and line
   */
  public static List<GoldArticle> articles(Path file) throws IOException {
    List<GoldArticle> articles = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          articles.add(article(line, file, number));
        }
      }
    }
    return articles;
  }

  private static GoldArticle article(String line, Path file, int number) throws IOException {
    try {
      return article(JSON.readTree(line), file, number);
    } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(
          file + ", line " + number + ": no annotated article: " + e.getMessage(), e);
    }
  }

  private static GoldArticle article(JsonNode node, Path file, int line) {
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
            Map.of(),
            new Provenance(file.toString(), 0, line, "gold"));
    List<AnnotatedQuotation> annotated = new ArrayList<>();
    List<GoldQuotation> quotations = new ArrayList<>();
    for (JsonNode quote : node.required("quotes").values()) {
      GoldQuotation gold = quotation(text, quote);
      quotations.add(gold);
      annotated.add(
          new AnnotatedQuotation(
              gold.content(), gold.kind(), gold.core(), string(quote, "cue"), gold.source()));
    }
    return new GoldArticle(new AnnotatedArticle(article, annotated), quotations);
  }

  private static GoldQuotation quotation(String text, JsonNode quote) {
    JsonNode source = quote.get("speaker_span");
    String kind = quote.required("type").stringValue().toUpperCase(Locale.ROOT);
    String basis = string(quote, "speaker_basis");
    JsonNode person = quote.get("speaker_is_person");
    return new GoldQuotation(
        span(text, quote.required("start").intValue(), quote.required("end").intValue()),
        QuotationKind.valueOf(kind),
        !quote.has("core") || quote.get("core").booleanValue(),
        string(quote, "speaker"),
        person != null && person.booleanValue(),
        basis == null ? "?" : basis,
        string(quote, "speaker_mention"),
        source == null || source.isNull()
            ? null
            : span(text, source.get(0).intValue(), source.get(1).intValue()),
        string(quote, "party"));
  }

  private static TextSpan span(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return new TextSpan(from, text.offsetByCodePoints(from, end - start));
  }

  private static @Nullable String string(JsonNode node, String member) {
    JsonNode value = node.get(member);
    boolean empty = value == null || value.isNull() || value.stringValue().isEmpty();
    return empty ? null : value.stringValue();
  }
}
