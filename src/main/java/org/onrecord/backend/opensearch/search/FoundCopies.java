package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.Facet;
import tools.jackson.databind.JsonNode;

/**
 * The hits of a search that have copies, by which those among them are folded that stand for one
 * another: of those of one passage the earliest stands for all. Immutable.
 */
final class FoundCopies {
  /** Where nothing is folded. */
  static final FoundCopies NONE = new FoundCopies(List.of(), Set.of());

  /** How many are read at once. */
  private static final int READ = 10_000;

  /** How many are held; above that the search is refused. */
  private static final int MOST = 250_000;

  private final List<CopyRow> rows;
  private final Set<Facet> narrowing;
  private final Map<String, List<CopyRow>> copies = new LinkedHashMap<>();
  private final List<String> hidden = new ArrayList<>();

  private FoundCopies(List<CopyRow> rows, Set<Facet> narrowing) {
    this.rows = rows.stream().sorted(CopyRow.ORDER).toList();
    this.narrowing = narrowing;
    List<CopyRow> found = passing(null);
    for (int i = 0; i < found.size(); ) {
      int end = i + 1;
      while (end < found.size() && found.get(end).key() == found.get(i).key()) {
        end++;
      }
      if (end > i + 1) {
        copies.put(found.get(i).document(), found.subList(i + 1, end));
        found.subList(i + 1, end).forEach(row -> hidden.add(row.document()));
      }
      i = end;
    }
  }

  /**
   * Reads them.
   *
   * @param matching what is searched for
   * @param facets what is to be counted of them
   */
  static FoundCopies of(
      IndexView view, Map<String, Object> matching, ScopeDsl scope, Collection<Facet> facets)
      throws IOException {
    List<Map<String, Object>> named = new ArrayList<>();
    scope.narrows().forEach((facet, narrow) -> named.add(named(facet, narrow)));
    Dsl.Bool query =
        new Dsl.Bool()
            .filter(scope.always())
            .filter(matching, Dsl.exists(Fields.PASSAGE))
            .should(named);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("query", query.build(Math.max(0, named.size() - 1)));
    body.put("size", READ);
    body.put("_source", false);
    body.put("track_total_hits", false);
    body.put("docvalue_fields", CopyRow.fields(facets));
    body.put(
        "sort",
        List.of(
            Map.of(Fields.PASSAGE, "asc"),
            Map.of(Fields.ARTICLE, "asc"),
            Map.of(Fields.ID, "asc")));
    List<CopyRow> rows = new ArrayList<>();
    JsonNode hits;
    do {
      hits = view.post("_search", body).path("hits").path("hits");
      hits.forEach(hit -> rows.add(CopyRow.of(hit, facets)));
      if (rows.size() > MOST) {
        throw IndexView.missing("to fold more than " + MOST + " hits that have copies");
      }
      if (hits.size() == READ) {
        body.put("search_after", hits.path(READ - 1).path("sort"));
      }
    } while (hits.size() == READ);
    return new FoundCopies(again(rows), scope.narrows().keySet());
  }

  private static Map<String, Object> named(Facet facet, Map<String, Object> narrow) {
    return Map.of("bool", Map.of("filter", List.of(narrow), "_name", facet.name()));
  }

  /** Those of which another is there as well. */
  private static List<CopyRow> again(List<CopyRow> rows) {
    Map<Long, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.key(), 1, Integer::sum));
    return rows.stream().filter(row -> counts.getOrDefault(row.key(), 0) > 1).toList();
  }

  /** Those that pass everything but what a facet lifts, in order. */
  List<CopyRow> passing(@Nullable Facet lifted) {
    return rows.stream()
        .filter(
            row ->
                narrowing.stream()
                    .allMatch(facet -> facet == lifted || row.passes().contains(facet)))
        .toList();
  }

  /** How many hits have copies among the others. */
  int size() {
    return rows.size();
  }

  /** How many hits are copies of others. */
  long count() {
    return hidden.size();
  }

  /** The hits for which others stand, by the ids of their documents. */
  List<String> hidden() {
    return hidden;
  }

  /** What a hit stands for, itself left out, the earliest first. */
  List<CopyRow> of(String document) {
    return copies.getOrDefault(document, List.of());
  }
}
