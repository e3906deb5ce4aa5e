package org.onrecord.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchScope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Searches to be asked again. A line of the file is one: {@code {"class": "name", "q": "imran
 * khan", "phrase": false, "filters": {"type", "party", "speaker", "outlet", "from", "to"}}}; all
 * but {@code q} may be left out, and without a type both paragraphs and quotations are looked for.
 */
public record SearchLog(List<Entry> entries) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public SearchLog {
    entries = List.copyOf(entries);
  }

  /**
   * A search.
   *
   * @param kind what kind of search it is, by the log
   */
  public record Entry(String kind, SearchRequest request) {}

  /**
   * Reads a log.
   *
   * @throws IOException if a line is wrong; the message says which
   */
  public static SearchLog read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!line.isBlank()) {
        try {
          entries.add(entry(JSON.readTree(line)));
        } catch (JacksonException | IllegalArgumentException | DateTimeParseException e) {
          throw new IOException(file + ", line " + number + ": " + e.getMessage(), e);
        }
      }
    }
    return new SearchLog(entries);
  }

  private static Entry entry(JsonNode line) {
    String q = line.required("q").stringValue();
    JsonNode filters = line.path("filters");
    Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.FILTERS) {
      String value = string(filters, facet.label());
      if (value != null) {
        chosen.put(facet, List.of(value));
      }
    }
    SearchScope scope =
        SearchScope.DEFAULT
            .withTypes(types(string(filters, "type")))
            .withFilters(chosen)
            .withDays(day(filters, "from"), day(filters, "to"));
    boolean phrase = line.path("phrase").asBoolean(false);
    String kind = string(line, "class");
    return new Entry(
        kind == null ? "search" : kind,
        SearchRequest.of(phrase ? '"' + q + '"' : q).withScope(scope));
  }

  private static Set<DocumentType> types(@Nullable String label) {
    for (DocumentType type : DocumentType.values()) {
      if (type.label().equals(label)) {
        return Set.of(type);
      }
    }
    return Set.of(DocumentType.values());
  }

  private static @Nullable LocalDate day(JsonNode filters, String member) {
    String day = string(filters, member);
    return day == null ? null : LocalDate.parse(day);
  }

  private static @Nullable String string(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isString() ? value.stringValue() : null;
  }
}
