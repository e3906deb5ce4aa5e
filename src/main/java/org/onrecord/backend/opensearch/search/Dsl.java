package org.onrecord.backend.opensearch.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pieces of which OpenSearch's queries are made, as JSON objects. */
final class Dsl {
  private static final String FIELD = "field";

  /** Between words that stand in the same place, as the documents have them. */
  static final String BESIDE = "\u0001";

  private Dsl() {}

  /** What the cluster calls a field. */
  static String name(String field) {
    return FieldNames.of(field);
  }

  static Map<String, Object> all() {
    return Map.of("match_all", Map.of());
  }

  static Map<String, Object> none() {
    return Map.of("match_none", Map.of());
  }

  static Map<String, Object> term(String field, Object value) {
    return Map.of("term", Map.of(name(field), Map.of("value", value)));
  }

  static Map<String, Object> terms(String field, Collection<?> values) {
    return Map.of("terms", Map.of(name(field), List.copyOf(values)));
  }

  static Map<String, Object> prefix(String field, String start) {
    return Map.of("prefix", Map.of(name(field), Map.of("value", start)));
  }

  static Map<String, Object> regexp(String field, String expression) {
    return Map.of("regexp", Map.of(name(field), Map.of("value", expression, "flags", "ALL")));
  }

  static Map<String, Object> exists(String field) {
    return Map.of("exists", Map.of(FIELD, name(field)));
  }

  /** Both ends inclusive. */
  static Map<String, Object> range(String field, long from, long to) {
    return Map.of("range", Map.of(name(field), Map.of("gte", from, "lte", to)));
  }

  static Map<String, Object> ids(Collection<String> ids) {
    return Map.of("ids", Map.of("values", List.copyOf(ids)));
  }

  /** Finds what a query finds; all of it is worth the same. */
  static Map<String, Object> constant(Map<String, Object> filter, float worth) {
    return Map.of("constant_score", Map.of("filter", filter, "boost", worth));
  }

  /** The best of several, and a share of the others. */
  static Map<String, Object> best(List<Map<String, Object>> queries, float share) {
    return Map.of("dis_max", Map.of("queries", queries, "tie_breaker", share));
  }

  static Map<String, Object> boosted(Map<String, Object> query, float boost) {
    return boost == 1 ? query : Map.of("bool", Map.of("must", List.of(query), "boost", boost));
  }

  static Map<String, Object> filtered(List<Map<String, Object>> filters) {
    return new Bool().filter(filters).build();
  }

  /** Any of several. */
  static Map<String, Object> any(List<Map<String, Object>> queries) {
    return new Bool().should(queries).build();
  }

  static Map<String, Object> not(Map<String, Object> query) {
    return new Bool().mustNot(query).build();
  }

  /** The values of a field, the most frequent first, equals by their bytes. */
  static Map<String, Object> values(String field, int size) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put(FIELD, name(field));
    terms.put("size", size);
    terms.put("shard_size", 2 * size + 10);
    return Map.of("terms", terms);
  }

  /** Of Lucene's regular expressions what stands for itself. */
  static String quoted(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} \\x1F]", "\\\\$0");
  }

  /** Clauses, all of which count. For one thread. */
  static final class Bool {
    private final Map<String, List<Map<String, Object>>> clauses = new LinkedHashMap<>();

    private Bool add(String occur, Collection<Map<String, Object>> queries) {
      clauses.computeIfAbsent(occur, _ -> new ArrayList<>()).addAll(queries);
      return this;
    }

    Bool must(Map<String, Object> query) {
      return add("must", List.of(query));
    }

    Bool should(Collection<Map<String, Object>> queries) {
      return add("should", queries);
    }

    Bool filter(Collection<Map<String, Object>> queries) {
      return add("filter", queries);
    }

    @SafeVarargs
    final Bool filter(Map<String, Object>... queries) {
      return add("filter", Arrays.asList(queries));
    }

    Bool mustNot(Map<String, Object> query) {
      return add("must_not", List.of(query));
    }

    Map<String, Object> build() {
      return clauses.values().stream().allMatch(List::isEmpty)
          ? all()
          : Map.of("bool", new LinkedHashMap<>(clauses));
    }

    /** The same, of whose optional clauses so many must match. */
    Map<String, Object> build(int least) {
      Map<String, Object> body = new LinkedHashMap<>(clauses);
      body.put("minimum_should_match", least);
      return Map.of("bool", body);
    }
  }
}
