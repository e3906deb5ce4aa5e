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
 * Writes a word in all its forms, which are scored together as {@link WordScore} scores them: by a
 * script, since no query of OpenSearch's own adds up what several fields hold before it judges how
 * much that is. For one question.
 */
final class WordDsl {
  private static final String SCRIPT =
      """
      double held = 0;
      for (int i = 0; i < params.fields.length; i++) {
        held += params.weights[i] * termFreq(params.fields[i], params.terms[i]);
      }
      double count = held * Math.log1p(params.reach / Math.max(1, doc['length'].value)) / params.ln2;
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

  Map<String, Object> write(WordQuery word) {
    List<String> fields = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    Map<String, List<String>> finding = new LinkedHashMap<>();
    for (WordQuery.Form form : word.forms()) {
      if (form.finds()) {
        finding
            .computeIfAbsent(form.term().field(), _ -> new ArrayList<>())
            .add(form.term().text());
      }
      fields.add(Dsl.name(form.term().field()));
      terms.add(form.term().text());
      weights.add(form.weight());
    }
    List<Map<String, Object>> any = new ArrayList<>();
    finding.forEach((field, in) -> any.add(Dsl.terms(field, in)));
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("fields", fields);
    params.put("terms", terms);
    params.put("weights", weights);
    params.put("reach", WordScore.LENGTHS * counts.average());
    params.put("ln2", Math.log(2));
    params.put("most", most(word));
    return Map.of(
        "script_score",
        Map.of(
            "query",
            Dsl.filtered(List.of(Dsl.any(any))),
            "script",
            Map.of("source", SCRIPT, "params", params)));
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
