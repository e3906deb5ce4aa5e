package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.WordScore;
import tools.jackson.databind.JsonNode;

/** How much holds which words, in all shards together. Read once a question. For one thread. */
final class TermCounts {
  private static final String STATISTICS = "field_statistics";

  /** A word to ask about a field with. */
  private static final String ANY = "the";

  private final IndexView view;
  private final ShardRoutes routes;
  private final Map<Term, Count> counts = new HashMap<>();
  private final Map<String, Long> words = new HashMap<>();
  private long documents;
  private double average = 1;

  /**
   * A word's.
   *
   * @param documents how many documents hold it
   * @param occurrences how often they do in all
   */
  record Count(long documents, long occurrences) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(documents + other.documents, occurrences + other.occurrences);
    }
  }

  TermCounts(IndexView view, ShardRoutes routes) {
    this.view = view;
    this.routes = routes;
  }

  /** Reads what is not known yet of some words, all at once. */
  void read(Collection<Term> terms) throws IOException {
    Set<Term> unknown = new LinkedHashSet<>(terms);
    unknown.removeAll(counts.keySet());
    if (unknown.isEmpty()) {
      return;
    }
    Map<String, String> asked = new LinkedHashMap<>();
    unknown.forEach(
        term -> asked.merge(Dsl.name(term.field()), term.text(), (a, b) -> a + " " + b));
    asked.putIfAbsent(Fields.TEXT, ANY);
    asked.putIfAbsent(Fields.TITLE, ANY);
    long texts = 0;
    Map<String, Long> held = new HashMap<>();
    for (JsonNode shard : told(asked)) {
      JsonNode fields = shard.path("term_vectors");
      for (Term term : unknown) {
        JsonNode found = fields.path(Dsl.name(term.field())).path("terms").path(term.text());
        counts.merge(
            term,
            new Count(found.path("doc_freq").asLong(0), found.path("ttf").asLong(0)),
            Count::plus);
      }
      for (String field : asked.keySet()) {
        held.merge(field, Math.max(0, count(fields, field, "sum_ttf")), Long::sum);
      }
      texts += Math.max(0, count(fields, Fields.TEXT, "doc_count"));
    }
    words.putAll(held);
    documents = texts;
    double all =
        words.getOrDefault(Fields.TEXT, 0L)
            + (double) WordScore.TITLE_WEIGHT * words.getOrDefault(Fields.TITLE, 0L);
    average = documents == 0 ? 1 : all / documents;
  }

  /** What each shard tells of some words. */
  private JsonNode told(Map<String, String> asked) throws IOException {
    List<Map<String, Object>> shards = new ArrayList<>();
    for (String route : routes.of(view)) {
      Map<String, Object> shard = new LinkedHashMap<>();
      shard.put("routing", route);
      shard.put("doc", asked);
      shard.put("term_statistics", true);
      shard.put("field_statistics", true);
      shard.put("positions", false);
      shard.put("offsets", false);
      shards.add(shard);
    }
    return view.post("_mtermvectors", Map.of("docs", shards)).path("docs");
  }

  private static long count(JsonNode fields, String field, String what) {
    return fields.path(field).path(STATISTICS).path(what).asLong(0);
  }

  /** How many words a field has in all; it was asked for one. */
  long words(String field) {
    return words.getOrDefault(Dsl.name(field), 0L);
  }

  Count of(Term term) {
    return counts.getOrDefault(term, Count.NONE);
  }

  /** How many documents have a text. */
  long documents() {
    return documents;
  }

  /** How long a text is on average, in words, those of its headline as often as they weigh. */
  double average() {
    return average;
  }
}
