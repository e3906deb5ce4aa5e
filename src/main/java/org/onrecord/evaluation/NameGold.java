package org.onrecord.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import org.onrecord.article.TextSpan;
import org.onrecord.attribution.training.AnnotatedNames;
import org.onrecord.attribution.training.AnnotatedNames.Entity;
import org.onrecord.attribution.training.NameKind;
import org.onrecord.segment.SegmentedArticle;
import org.onrecord.segment.Segmenter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads articles in which names are marked: a JSON object a line with {@code id, text}, and either
 * {@code mentions[]}, every noun phrase with {@code start, end, head, type, form}, or {@code
 * quotes[]}, whose {@code speaker} and {@code speaks_for} are names that stand somewhere in the
 * text. Offsets are code points into {@code text}.
 */
public final class NameGold {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Segmenter segmenter = new Segmenter();

  private NameGold() {}

  /**
   * Every article of a file, in order.
   *
   * @throws IOException if a line is no such article; the message names file and line
   */
  public static List<AnnotatedNames> read(Path file) throws IOException {
    NameGold gold = new NameGold();
    List<AnnotatedNames> articles = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            articles.add(gold.article(JSON.readTree(line), file, number));
          } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(
                file + ", line " + number + ": no article with names: " + e.getMessage(), e);
          }
        }
      }
    }
    return articles;
  }

  private AnnotatedNames article(JsonNode node, Path file, int line) {
    String text = node.required("text").stringValue();
    @Nullable String genre = string(node, "genre").orElse(null);
    Article article =
        new Article(
            new ArticleId(node.required("id").stringValue()),
            null,
            null,
            null,
            null,
            genre,
            null,
            text,
            Map.of(),
            new Provenance(file.toString(), 0, line, "gold"));
    SegmentedArticle segmented = segmenter.segment(article);
    JsonNode mentions = node.get("mentions");
    if (mentions == null) {
      return new AnnotatedNames(segmented, speakers(segmented, node.required("quotes")), false);
    }
    List<Entity> entities = new ArrayList<>();
    for (JsonNode mention : mentions.values()) {
      entity(text, mention).ifPresent(entities::add);
    }
    return new AnnotatedNames(segmented, entities, true);
  }

  /**
   * The name that a noun phrase hangs on, or that stands right behind the noun which it hangs on,
   * "the critic Ruth Alder"; empty where it holds none.
   */
  private static Optional<Entity> entity(String text, JsonNode mention) {
    String type = mention.required("type").stringValue();
    TextSpan phrase =
        span(text, mention.required("start").intValue(), mention.required("end").intValue());
    JsonNode at = mention.required("head");
    TextSpan head = span(text, at.get(0).intValue(), at.get(1).intValue());
    NameKind kind = kind(type);
    boolean name = mention.required("form").stringValue().equals("name");
    if (!name && kind != NameKind.OTHER) {
      int next = head.end() + 1;
      name =
          next < phrase.end()
              && text.charAt(head.end()) == ' '
              && Character.isUpperCase(text.charAt(next));
      head = new TextSpan(next, name ? next + 1 : next);
    }
    return name && !type.equals("time")
        ? Optional.of(new Entity(phrase, head, kind))
        : Optional.empty();
  }

  private static NameKind kind(String type) {
    return switch (type) {
      case "person" -> NameKind.PERSON;
      case "organization" -> NameKind.ORGANISATION;
      case "place" -> NameKind.PLACE;
      default -> NameKind.OTHER;
    };
  }

  private List<Entity> speakers(SegmentedArticle article, JsonNode quotes) {
    NameOccurrences occurrences = new NameOccurrences(segmenter, article);
    for (JsonNode quote : quotes.values()) {
      JsonNode person = quote.get("speaker_is_person");
      boolean somebody = person != null && person.booleanValue();
      string(quote, "speaker").ifPresent(name -> occurrences.add(name, somebody));
      string(quote, "speaks_for").ifPresent(name -> occurrences.add(name, false));
    }
    return occurrences.found();
  }

  private static Optional<String> string(JsonNode node, String member) {
    @Nullable JsonNode value = node.get(member);
    boolean text = value != null && value.isString() && !value.stringValue().isBlank();
    return text ? Optional.of(value.stringValue()) : Optional.empty();
  }

  private static TextSpan span(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return new TextSpan(from, text.offsetByCodePoints(from, end - start));
  }
}
