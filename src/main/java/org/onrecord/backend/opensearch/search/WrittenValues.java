package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import tools.jackson.databind.JsonNode;

/** How values of facets are written in an archive: the most frequent form of each. */
final class WrittenValues {
  /** A cluster takes no longer expression. */
  private static final int LONGEST = 900;

  /** Forms of one value that are looked at, at the most, for each value. */
  private static final int FORMS = 50;

  private final Map<ViewCache.Value, String> forms;

  private WrittenValues(Map<ViewCache.Value, String> forms) {
    this.forms = forms;
  }

  /** Reads the forms of values, by their keys, in one go: those that are not known of the view. */
  static WrittenValues of(
      IndexView view, ViewCache cache, Map<Facet, ? extends Collection<String>> keys)
      throws IOException {
    WrittenValues written = new WrittenValues(cache.of(view).forms());
    Map<String, Object> counts = new LinkedHashMap<>();
    List<Map<String, Object>> having = new ArrayList<>();
    keys.forEach(
        (facet, of) -> {
          List<String> unknown =
              of.stream()
                  .filter(key -> !written.forms.containsKey(new ViewCache.Value(facet, key)))
                  .toList();
          if (!unknown.isEmpty()) {
            having.add(Dsl.terms(FacetFields.field(facet), unknown));
            int part = 0;
            for (List<String> some : parts(unknown)) {
              counts.put(facet.name() + ' ' + part++, count(facet, some));
            }
          }
        });
    if (!counts.isEmpty()) {
      JsonNode answer =
          view.post(
              "_search",
              Map.of(
                  "size",
                  0,
                  "query",
                  Dsl.filtered(List.of(view.live(), Dsl.any(having))),
                  "aggs",
                  counts));
      answer
          .path("aggregations")
          .properties()
          .forEach(each -> written.take(each.getValue(), each.getKey()));
    }
    return written;
  }

  /** Keys, as many at a time as an expression takes. */
  private static List<List<String>> parts(Collection<String> keys) {
    List<List<String>> parts = new ArrayList<>();
    int length = LONGEST;
    for (String key : keys) {
      int more = Dsl.quoted(key).length() + 1;
      if (length + more > LONGEST) {
        parts.add(new ArrayList<>());
        length = 0;
      }
      parts.getLast().add(key);
      length += more;
    }
    return parts;
  }

  private static Map<String, Object> count(Facet facet, List<String> keys) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("field", Dsl.name(FacetFields.writtenField(facet)));
    values.put(
        "include",
        "("
            + String.join("|", keys.stream().map(Dsl::quoted).toList())
            + ")"
            + FacetFields.SEPARATOR
            + ".*");
    values.put("size", FORMS * keys.size());
    return Map.of("terms", values);
  }

  private void take(JsonNode counted, String name) {
    Facet facet = Facet.valueOf(name.substring(0, name.indexOf(' ')));
    for (JsonNode bucket : counted.path("buckets")) {
      String term = bucket.path("key").asString();
      int end = term.indexOf(FacetFields.SEPARATOR);
      forms.putIfAbsent(
          new ViewCache.Value(facet, term.substring(0, end)), term.substring(end + 1));
    }
  }

  /** The form of the value with a key; {@code otherwise} where the archive has none. */
  String of(Facet facet, String key, String otherwise) {
    return forms.getOrDefault(new ViewCache.Value(facet, key), otherwise);
  }

  /** A value as its facet shows it, with its id where it has one. */
  FacetCounts.Value value(Facet facet, String key, String otherwise, long count, boolean selected) {
    return new FacetCounts.Value(
        of(facet, key, otherwise), facet.isById() ? key : null, count, selected);
  }
}
