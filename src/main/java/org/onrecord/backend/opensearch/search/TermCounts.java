package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.WordScore;
import tools.jackson.databind.JsonNode;

/**
 * How much holds which words, as one shard tells: the others have about as much, since articles are
 * spread over them evenly. Read once a question. For one thread.
 */
final class TermCounts {
  private static final String STATISTICS = "field_statistics";

  /** A word to ask about a field with. */
  private static final String ANY = "the";

  private final IndexView view;
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

  TermCounts(IndexView view) {
    this.view = view;
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
    JsonNode fields =
        view.post(
                "_termvectors?routing=0",
                Map.of(
                    "doc",
                    asked,
                    "term_statistics",
                    true,
                    "field_statistics",
                    true,
                    "positions",
                    false,
                    "offsets",
                    false))
            .path("term_vectors");
    for (Term term : unknown) {
      JsonNode found = fields.path(Dsl.name(term.field())).path("terms").path(term.text());
      counts.put(term, new Count(found.path("doc_freq").asLong(0), found.path("ttf").asLong(0)));
    }
    for (String field : asked.keySet()) {
      words.put(field, Math.max(0, count(fields, field, "sum_ttf")));
    }
    JsonNode text = fields.path(Fields.TEXT).path(STATISTICS);
    if (!text.isMissingNode()) {
      long titles = words.getOrDefault(Fields.TITLE, 0L);
      documents = Math.max(0, text.path("doc_count").asLong(0));
      double all = words.getOrDefault(Fields.TEXT, 0L) + (double) WordScore.TITLE_WEIGHT * titles;
      average = documents == 0 ? 1 : all / documents;
    }
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
