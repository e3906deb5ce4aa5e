package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The facets that a search counts, each over the hits that its own selection does not narrow. What
 * narrows them all narrows the query, and only the rest of it is looked at hit by hit. Immutable.
 */
final class CountedFacets {
  private final Matching matching;
  private final Map<Facet, FacetCounting> counting;

  private CountedFacets(Matching matching, Map<Facet, FacetCounting> counting) {
    this.matching = matching;
    this.counting = counting;
  }

  static CountedFacets of(SearchRequest request, Matching matching) {
    Map<Facet, FacetCounting> counting = new EnumMap<>(Facet.class);
    for (Facet facet : request.facets()) {
      counting.put(facet, counting(facet, request, matching));
    }
    return new CountedFacets(matching, counting);
  }

  /** The same where nothing is counted. */
  static CountedFacets none(Matching matching) {
    return new CountedFacets(matching, Map.of());
  }

  private static FacetCounting counting(Facet facet, SearchRequest request, Matching matching) {
    List<CopyRow> rows = matching.copies().passing(facet);
    return new FacetCounting(
        facet,
        request,
        facet == Facet.DATE
            ? CopySurplus.ofDates(request.interval(), rows)
            : CopySurplus.of(facet, rows));
  }

  /** What narrows the query. */
  List<Map<String, Object>> filters() {
    if (counting.isEmpty()) {
      return matching.shown();
    }
    List<Map<String, Object>> filters = new ArrayList<>(matching.scope().always());
    matching
        .scope()
        .narrows()
        .forEach(
            (facet, narrow) -> {
              if (!counting.containsKey(facet)) {
                filters.add(narrow);
              }
            });
    return filters;
  }

  /** Asks for the counts beside the hits. */
  void addTo(Map<String, Object> body) {
    if (counting.isEmpty()) {
      return;
    }
    List<Map<String, Object>> shown = new ArrayList<>(matching.unfolded());
    Map<String, Object> counts = new LinkedHashMap<>();
    matching
        .scope()
        .narrows()
        .forEach(
            (facet, narrow) -> {
              if (counting.containsKey(facet)) {
                shown.add(narrow);
              }
            });
    counting.forEach((facet, one) -> counts.putAll(one.asked(narrowing(facet))));
    body.put("aggs", counts);
    if (!shown.isEmpty()) {
      body.put("post_filter", Dsl.filtered(shown));
    }
  }

  /** What narrows a facet's hits and not those of all. */
  private List<Map<String, Object>> narrowing(Facet lifted) {
    List<Map<String, Object>> narrowing = new ArrayList<>();
    matching
        .scope()
        .narrows()
        .forEach(
            (facet, narrow) -> {
              if (facet != lifted && counting.containsKey(facet)) {
                narrowing.add(narrow);
              }
            });
    return narrowing;
  }

  /** The counts, by what the cluster told. */
  List<FacetCounts> counts(IndexView view, ViewCache cache, JsonNode told) throws IOException {
    Map<Facet, Collection<String>> keys = new EnumMap<>(Facet.class);
    counting.forEach((facet, one) -> keys.put(facet, one.keys(told)));
    WrittenValues written = WrittenValues.of(view, cache, keys);
    JsonNode distinct = distinct(view, told);
    List<FacetCounts> counts = new ArrayList<>();
    counting.forEach((facet, one) -> counts.add(one.counts(told, distinct, written)));
    return counts;
  }

  /** How many different values there are where not all were told. */
  private JsonNode distinct(IndexView view, JsonNode told) throws IOException {
    Map<String, Object> counts = new LinkedHashMap<>();
    counting.forEach(
        (facet, one) -> {
          if (one.hasMore(told)) {
            counts.putAll(one.distinct(narrowing(facet)));
          }
        });
    if (counts.isEmpty()) {
      return MissingNode.getInstance();
    }
    Map<String, Object> query = new Dsl.Bool().filter(matching.query()).filter(filters()).build();
    return view.post("_search", Map.of("size", 0, "query", query, "aggs", counts))
        .path("aggregations");
  }
}
