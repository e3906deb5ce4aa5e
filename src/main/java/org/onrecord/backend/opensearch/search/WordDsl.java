package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.FamilyQuery;
import org.onrecord.backend.lucene.query.IndexWords;
import org.onrecord.backend.lucene.query.WordQuery;
import org.onrecord.backend.lucene.query.WordScore;

/**
 * Writes a word in all its forms, which are scored together as {@link WordScore} scores them: what
 * the fields hold of it is added up by their own queries, and a script judges how much that is. For
 * one question.
 */
final class WordDsl {
  private static final String SCRIPT =
      """
      double count =
          _score * Math.log1p(params.reach / Math.max(1, doc['length'].value)) / params.ln2;
      return params.most * count / (1 + count);
      """;

  private final IndexWords words;
  private final TermCounts counts;
  private final Map<FamilyQuery, WordQuery> families = new HashMap<>();

  WordDsl(IndexWords words, TermCounts counts) {
    this.words = words;
    this.counts = counts;
  }

  /** A word with its family, looked for once. */
  WordQuery of(FamilyQuery family) throws IOException {
    WordQuery known = families.get(family);
    if (known == null) {
      known = family.among(words);
      families.put(family, known);
    }
    return known;
  }

  /** Reads how much holds the words. */
  void read(List<WordQuery> of) throws IOException {
    List<Term> terms = new ArrayList<>();
    of.forEach(word -> word.forms().forEach(form -> terms.add(form.term())));
    counts.read(terms);
  }

  /** Forms that nothing holds are left out: each costs time on every hit. */
  Map<String, Object> write(WordQuery word) {
    List<Map<String, Object>> finding = new ArrayList<>();
    List<Map<String, Object>> helping = new ArrayList<>();
    for (WordQuery.Form form : word.forms()) {
      if (counts.of(form.term()).documents() > 0) {
        (form.finds() ? finding : helping).add(occurrences(form));
      }
    }
    return finding.isEmpty()
        ? Dsl.none()
        : Map.of(
            "script_score",
            Map.of(
                "query",
                new Dsl.Bool().must(Dsl.any(finding)).should(helping).build(),
                "script",
                Map.of("source", SCRIPT, "params", params(word))));
  }

  /** A form, worth what it weighs as often as it occurs. */
  private static Map<String, Object> occurrences(WordQuery.Form form) {
    Map<String, Object> sought = Map.of("value", form.term().text(), "boost", form.weight());
    return Map.of("term", Map.of(FieldNames.occurrences(form.term().field()), sought));
  }

  private Map<String, Object> params(WordQuery word) {
    return Map.of(
        "reach", WordScore.LENGTHS * counts.average(), "ln2", Math.log(2), "most", most(word));
  }

  /** What endless occurrences are worth: of its fields, the one with the most documents counts. */
  private double most(WordQuery word) {
    Map<String, TermCounts.Count> byField = new LinkedHashMap<>();
    for (WordQuery.Form form : word.forms()) {
      byField.merge(form.term().field(), counts.of(form.term()), TermCounts.Count::plus);
    }
    TermCounts.Count commonest = byField.getOrDefault(Fields.TEXT, TermCounts.Count.NONE);
    for (TermCounts.Count each : byField.values()) {
      if (each.documents() > commonest.documents()) {
        commonest = each;
      }
    }
    return WordScore.most(counts.documents(), commonest.documents(), commonest.occurrences());
  }
}
