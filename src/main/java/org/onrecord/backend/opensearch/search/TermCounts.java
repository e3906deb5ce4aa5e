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
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import tools.jackson.databind.JsonNode;

/**
 * How much holds which words, in all shards together. Read once a question, and once a view where
 * that is not young. For one thread.
 */
final class TermCounts {
  private static final String STATISTICS = "field_statistics";

  /** A word to ask about a field with. */
  private static final String ANY = "the";

  private final IndexView view;
  private final ShardRoutes routes;
  private final Known known;

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

  /** What was read of a view. Safe for use by several threads. */
  static final class Known {
    private final Map<Term, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> words = new ConcurrentHashMap<>();
    private volatile long documents;

    /** How many words are known. */
    int size() {
      return counts.size();
    }
  }

  TermCounts(IndexView view, CompiledQuery.Reading reading) {
    this.view = view;
    this.routes = reading.routes();
    this.known = reading.cache().counted(view);
  }

  /** Reads what is not known yet of some words, all at once. */
  void read(Collection<Term> terms) throws IOException {
    Set<Term> unknown = new LinkedHashSet<>(terms);
    unknown.removeIf(known.counts::containsKey);
    if (unknown.isEmpty()) {
      return;
    }
    Map<String, String> asked = new LinkedHashMap<>();
    unknown.forEach(
        term -> asked.merge(Dsl.name(term.field()), term.text(), (a, b) -> a + " " + b));
    asked.putIfAbsent(Fields.TEXT, ANY);
    long texts = 0;
    Map<Term, Count> counts = new HashMap<>();
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
    known.words.putAll(held);
    known.documents = texts;
    known.counts.putAll(counts);
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
    return known.words.getOrDefault(Dsl.name(field), 0L);
  }

  Count of(Term term) {
    return known.counts.getOrDefault(term, Count.NONE);
  }

  /** How many documents have a text. */
  long documents() {
    return known.documents;
  }
}
