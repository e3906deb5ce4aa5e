package org.onrecord.backend.opensearch.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.JsonNode;

/**
 * Counts one facet over the hits that its own selection does not narrow.
 *
 * @param surplus what folded copies make too many
 */
record FacetCounting(Facet facet, SearchRequest request, CopySurplus surplus) {
  private static final String VALUES = "values";
  private static final String CHOSEN = "chosen";
  private static final String MISSING = "missing";
  private static final String DISTINCT = "distinct";

  /** So many values are told at the least: where there are no more, they need not be counted. */
  private static final int TOLD = 200;

  /** Up to about so many different values the cluster's count of them is near to exact. */
  private static final int COUNTED = 10_000;

  /**
   * What the cluster is asked, each count by its name.
   *
   * @param narrowing what narrows the hits that are counted; empty where all are
   */
  Map<String, Object> asked(List<Map<String, Object>> narrowing) {
    Map<String, Object> counts = new LinkedHashMap<>();
    String field = Dsl.name(FacetFields.field(facet));
    if (facet == Facet.DATE) {
      counts.put(VALUES, new DateBuckets(request.interval()).asked());
    } else {
      counts.put(VALUES, Dsl.values(field, Math.max(TOLD, most() + 1)));
      counts.put(MISSING, Map.of("missing", Map.of("field", field)));
      Set<String> chosen = chosen().keySet();
      if (!chosen.isEmpty()) {
        Map<String, Object> only = new LinkedHashMap<>();
        only.put("field", field);
        only.put("include", List.copyOf(chosen));
        only.put("size", chosen.size());
        counts.put(CHOSEN, Map.of("terms", only));
      }
    }
    return among(narrowing, counts);
  }

  /**
   * How many different values there are, which costs more than all the rest: asked where the values
   * are more than were told.
   *
   * @param narrowing as of {@link #asked}
   */
  Map<String, Object> distinct(List<Map<String, Object>> narrowing) {
    String field = Dsl.name(FacetFields.field(facet));
    return among(
        narrowing,
        Map.of(
            DISTINCT,
            Map.of("cardinality", Map.of("field", field, "precision_threshold", COUNTED))));
  }

  /** Whether there are more values than were told. */
  boolean hasMore(JsonNode told) {
    return of(told, VALUES).path("sum_other_doc_count").asLong(0) > 0;
  }

  private Map<String, Object> among(
      List<Map<String, Object>> narrowing, Map<String, Object> counts) {
    if (narrowing.isEmpty()) {
      Map<String, Object> named = new LinkedHashMap<>();
      counts.forEach((name, count) -> named.put(name(name), count));
      return named;
    }
    return Map.of(facet.name(), Map.of("filter", Dsl.filtered(narrowing), "aggs", counts));
  }

  /** What one of the facet's counts is called where it is not among those of fewer hits. */
  private String name(String count) {
    return facet.name() + ' ' + count;
  }

  /** One of the facet's counts, among all that the cluster told. */
  private JsonNode of(JsonNode told, String count) {
    JsonNode narrowed = told.path(facet.name());
    return narrowed.isMissingNode() ? told.path(name(count)) : narrowed.path(count);
  }

  /** How many of the most frequent values may be among those shown. */
  private int most() {
    return request.facetSize() + surplus.values().size();
  }

  /** The keys of the values that are shown, by all that the cluster told. */
  Collection<String> keys(JsonNode told) {
    Set<String> keys = new LinkedHashSet<>(chosen().keySet());
    if (facet != Facet.DATE) {
      keys.addAll(counts(told).keySet());
    }
    return keys;
  }

  /**
   * The counts, by all that the cluster told.
   *
   * @param distinct what it told of how many different values there are
   */
  FacetCounts counts(JsonNode told, JsonNode distinct, WrittenValues written) {
    return facet == Facet.DATE ? dates(told) : values(told, distinct, written);
  }

  private FacetCounts.Dates dates(JsonNode told) {
    DateBuckets dates = new DateBuckets(request.interval());
    List<FacetCounts.Bucket> buckets = new ArrayList<>();
    for (JsonNode bucket : of(told, VALUES).path("buckets")) {
      LocalDate from = dates.first(bucket);
      long count = bucket.path("doc_count").asLong() - surplus.of(from.toString());
      buckets.add(new FacetCounts.Bucket(from, count));
    }
    return new FacetCounts.Dates(request.interval(), buckets);
  }

  /** The most frequent values and the selected ones, each passage counted once. */
  private Map<String, Long> counts(JsonNode told) {
    Map<String, Long> counts = new LinkedHashMap<>();
    int left = most();
    for (JsonNode bucket : of(told, VALUES).path("buckets")) {
      if (left-- > 0) {
        counts.put(bucket.path("key").asString(), bucket.path("doc_count").asLong());
      }
    }
    for (JsonNode bucket : of(told, CHOSEN).path("buckets")) {
      counts.putIfAbsent(bucket.path("key").asString(), bucket.path("doc_count").asLong());
    }
    counts.replaceAll((value, count) -> count - surplus.of(value));
    counts.values().removeIf(count -> count <= 0);
    return counts;
  }

  private FacetCounts.Values values(JsonNode told, JsonNode distinct, WrittenValues written) {
    Map<String, Long> counts = counts(told);
    Map<String, String> chosen = chosen();
    List<FacetCounts.Value> values = new ArrayList<>();
    chosen.forEach(
        (key, asked) ->
            values.add(written.value(facet, key, asked, counts.getOrDefault(key, 0L), true)));
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .filter(each -> !chosen.containsKey(each.getKey()))
        .limit(Math.max(0, request.facetSize() - chosen.size()))
        .forEach(
            each ->
                values.add(
                    written.value(facet, each.getKey(), each.getKey(), each.getValue(), false)));
    values.sort(
        Comparator.comparingLong(FacetCounts.Value::count)
            .reversed()
            .thenComparing(FacetCounts.Value::value, String.CASE_INSENSITIVE_ORDER));
    long others =
        distinct(told, distinct) - values.stream().filter(value -> value.count() > 0).count();
    long missing = of(told, MISSING).path("doc_count").asLong(0) - surplus.missing();
    return new FacetCounts.Values(facet, values, (int) others, missing);
  }

  /** How many different values there are: exactly where all were told, else as estimated. */
  private long distinct(JsonNode told, JsonNode distinct) {
    int values = of(told, VALUES).path("buckets").size();
    return hasMore(told)
        ? Math.max(values, of(distinct, DISTINCT).path("value").asLong(0))
        : values;
  }

  /** The selected values, as the request writes them, by their keys. */
  private Map<String, String> chosen() {
    List<String> selected =
        facet == Facet.TYPE
            ? request.types().stream().map(DocumentType::label).sorted().toList()
            : request.filters().getOrDefault(facet, List.of());
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String value : selected) {
      String key = FacetFields.key(facet, value);
      if (!key.isEmpty()) {
        chosen.putIfAbsent(key, value.strip());
      }
    }
    return chosen;
  }
}
