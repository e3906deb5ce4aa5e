package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.query.SpellingRules;
import tools.jackson.databind.JsonNode;

/** The words of an archive, in the text and in names, that are spelt nearly as another. */
record SpelledLike(IndexView view, CompiledQuery.Reading reading) {
  private static final String HELD = "held";

  /** The nearest first, among them the most frequent. */
  List<String> to(String word) throws IOException {
    List<String> terms = NewsAnalyzer.terms(reading.ofDocuments(), Fields.EXACT, word);
    if (terms.size() != 1 || terms.getFirst().length() < SpellingRules.SHORTEST) {
      return List.of();
    }
    String term = terms.getFirst();
    Map<String, Long> like = new ClusterWords(view).spelledLike(SpellingRules.FIELDS, term);
    TermCounts counts = new TermCounts(view, reading);
    counts.read(List.of(new Term(Fields.EXACT, term)));
    long least = counts.of(new Term(Fields.EXACT, term)).documents() / SpellingRules.MISSPELT;
    Set<String> found = new LinkedHashSet<>();
    for (int edits = 1; edits <= FuzzyQuery.defaultMaxEdits; edits++) {
      ByteRunAutomaton near = FuzzyQuery.getFuzzyAutomaton(term, edits, 1, true).runAutomaton;
      like.entrySet().stream()
          .filter(each -> each.getValue() >= least && !each.getKey().equals(term))
          .filter(each -> accepts(near, each.getKey()))
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(SpellingRules.MOST)
          .forEach(each -> found.add(each.getKey()));
    }
    return live(found).stream().limit(SpellingRules.MOST).toList();
  }

  /** Those that not only articles have that were taken out. */
  private List<String> live(Set<String> words) throws IOException {
    Map<String, Map<String, Object>> filters = new LinkedHashMap<>();
    for (String word : words) {
      List<Map<String, Object>> any = new ArrayList<>();
      SpellingRules.FIELDS.forEach(field -> any.add(Dsl.term(field, word)));
      filters.put(word, Dsl.any(any));
    }
    if (filters.isEmpty()) {
      return List.of();
    }
    JsonNode held =
        view.post(
                "_search",
                Map.of(
                    "size",
                    0,
                    "query",
                    Dsl.filtered(List.of(view.live(), Dsl.any(List.copyOf(filters.values())))),
                    "aggs",
                    Map.of(HELD, Map.of("filters", Map.of("filters", filters)))))
            .path("aggregations")
            .path(HELD)
            .path("buckets");
    return words.stream().filter(word -> held.path(word).path("doc_count").asLong() > 0).toList();
  }

  private static boolean accepts(ByteRunAutomaton near, String word) {
    BytesRef bytes = new BytesRef(word);
    return near.run(bytes.bytes, bytes.offset, bytes.length);
  }

  /** Whether a word is often part of names, or too rare to tell. */
  boolean isName(String word) throws IOException {
    List<String> terms = NewsAnalyzer.terms(reading.ofDocuments(), Fields.EXACT, word);
    if (terms.size() != 1) {
      return false;
    }
    Map<String, Long> held = new HashMap<>();
    TermCounts counts = new TermCounts(view, reading);
    List<Term> asked = new ArrayList<>();
    SpellingRules.FIELDS.forEach(field -> asked.add(new Term(field, terms.getFirst())));
    counts.read(asked);
    asked.forEach(term -> held.put(term.field(), counts.of(term).documents()));
    return SpellingRules.isName(
        held.getOrDefault(Fields.EXACT, 0L),
        Math.max(held.getOrDefault(Fields.SPEAKER, 0L), held.getOrDefault(Fields.MENTION, 0L)));
  }
}
