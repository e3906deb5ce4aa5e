package org.onrecord.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Provenance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a collection from a folder. {@code docs.jsonl} has a document a line with {@code id, body}
 * and perhaps {@code title, date}; one whose body is blank has its title for a body. {@code
 * queries.jsonl} has a query a line with {@code id, text}. {@code qrels.tsv} has a heading and then
 * {@code query_id, doc_id, relevance} parted by tabs; a relevance of 0 or less is none.
 */
public final class SearchCollectionReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The day of documents that have none; no query asks for one. */
  private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);

  private final Path folder;

  private SearchCollectionReader(Path folder) {
    this.folder = folder;
  }

  /**
   * The collection in {@code folder}, named as the folder is.
   *
   * @throws IOException if a file is missing or a line is wrong; the message says where
   */
  public static SearchCollection read(Path folder) throws IOException {
    SearchCollectionReader reader = new SearchCollectionReader(folder);
    List<Article> documents = new ArrayList<>();
    reader.lines(
        "docs.jsonl", (line, place) -> documents.add(document(JSON.readTree(line), place)));
    Map<String, Map<String, Integer>> gains = reader.gains();
    List<JudgedQuery> queries = new ArrayList<>();
    reader.lines(
        "queries.jsonl",
        (line, _) -> {
          JsonNode query = JSON.readTree(line);
          String id = query.required("id").asString();
          Map<String, Integer> relevant = gains.getOrDefault(id, Map.of());
          if (!relevant.isEmpty()) {
            queries.add(new JudgedQuery(id, query.required("text").stringValue(), relevant));
          }
        });
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return new SearchCollection(name, documents, queries);
  }

  private Map<String, Map<String, Integer>> gains() throws IOException {
    Map<String, Map<String, Integer>> gains = new LinkedHashMap<>();
    lines(
        "qrels.tsv",
        (line, place) -> {
          if (place.line() > 1) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 3) {
              throw new IllegalArgumentException("three fields parted by tabs were expected");
            }
            int gain = Integer.parseInt(fields[2].strip());
            if (gain > 0) {
              gains.computeIfAbsent(fields[0], _ -> new LinkedHashMap<>()).put(fields[1], gain);
            }
          }
        });
    return gains;
  }

  private static Article document(JsonNode node, Provenance place) {
    String title = string(node, "title");
    String body = string(node, "body");
    String date = string(node, "date");
    return new Article(
        new ArticleId(node.required("id").asString()),
        body == null ? null : title,
        date == null ? UNDATED : LocalDate.parse(date),
        null,
        null,
        null,
        null,
        Objects.requireNonNullElse(body == null ? title : body, ""),
        Map.of(),
        place);
  }

  private static @Nullable String string(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() || value.stringValue().isBlank()
        ? null
        : value.stringValue();
  }

  private interface LineTaker {
    void take(String line, Provenance place);
  }

  private void lines(String name, LineTaker taker) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          folder + " has no " + name + ": a collection is docs.jsonl, queries.jsonl, qrels.tsv");
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            taker.take(line, new Provenance(file.toString(), 0, number, "collection"));
          } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
          }
        }
      }
    }
  }
}
