package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.FamilyQuery;
import org.onrecord.backend.lucene.query.IndexWords;
import org.onrecord.backend.lucene.query.WordQuery;
import org.onrecord.backend.lucene.query.WordScore;
import org.onrecord.backend.lucene.query.WordWeights;

/**
 * Writes a word in all its forms, which are scored together as {@link WordScore} scores them: each
 * passage tells how much it holds of a word ({@link CountKeys}). For one question.
 */
final class WordDsl {
  /** How much is there is added up over words of one root before it is judged. */
  private static final String SCRIPT = "return params.most * _score / (1 + _score);";

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

  /** Forms that nothing holds are left out. */
  Map<String, Object> write(WordQuery word) {
    Sought sought = Sought.of(word);
    List<String> keys = held(sought);
    List<WordQuery.Form> others = sought.others().stream().filter(this::isHeld).toList();
    double most = most(word);
    if (sought.others().isEmpty()) {
      return keys.isEmpty() ? Dsl.none() : best(keys, key -> judged(key, most));
    }
    List<Map<String, Object>> finding = new ArrayList<>();
    List<Map<String, Object>> helping = new ArrayList<>();
    if (!keys.isEmpty()) {
      finding.add(best(keys, key -> counted(key, 1)));
    }
    helping.add(counted(CountKeys.headline(sought.stem()), 1));
    for (WordQuery.Form other : others) {
      String stem = other.term().text();
      finding.add(counted(CountKeys.stem(stem), other.weight()));
      helping.add(counted(CountKeys.headline(stem), other.weight()));
    }
    return finding.isEmpty()
        ? Dsl.none()
        : Map.of(
            "script_score",
            Map.of(
                "query",
                new Dsl.Bool().must(Dsl.any(finding)).should(helping).build(),
                "script",
                Map.of("source", SCRIPT, "params", Map.of("most", most))));
  }

  /**
   * What is looked for.
   *
   * @param name the word as it is in names, and in the text as it was typed; null where its stem
   *     alone is looked for
   * @param speaks whether the name of who speaks counts for more
   * @param others stems of the same root, each with what it weighs
   */
  private record Sought(
      String stem, @Nullable String name, boolean speaks, List<WordQuery.Form> others) {
    static Sought of(WordQuery word) {
      List<WordQuery.Form> stems = new ArrayList<>();
      String name = null;
      boolean speaks = false;
      for (WordQuery.Form form : word.forms()) {
        switch (form.term().field()) {
          case Fields.TEXT -> stems.add(form);
          case Fields.MENTION -> name = form.term().text();
          case Fields.SPEAKER -> speaks = form.weight() == WordWeights.SPEAKER;
          default -> {}
        }
      }
      return new Sought(
          stems.getFirst().term().text(), name, speaks, stems.subList(1, stems.size()));
    }
  }

  private boolean isHeld(WordQuery.Form form) {
    return isHeld(form.term().field(), form.term().text());
  }

  private boolean isHeld(String field, String word) {
    return counts.of(new Term(field, word)).documents() > 0;
  }

  /**
   * By what passages that are found may tell how much they hold; they do by each that they have.
   */
  private List<String> held(Sought sought) {
    List<String> keys = new ArrayList<>();
    String name = sought.name();
    if (isHeld(Fields.TEXT, sought.stem())) {
      keys.add(CountKeys.stem(sought.stem()));
    }
    if (name != null) {
      boolean speaks = isHeld(Fields.SPEAKER, name);
      if (speaks || isHeld(Fields.MENTION, name) || isHeld(Fields.EXACT, name)) {
        keys.add(CountKeys.word(name));
      }
      if (speaks && sought.speaks()) {
        keys.add(CountKeys.spoken(name));
      }
    }
    return keys;
  }

  /** Of a passage, the most that it tells: what is told of a stem is part of what is of a word. */
  private static Map<String, Object> best(
      List<String> keys, Function<String, Map<String, Object>> query) {
    return keys.size() == 1
        ? query.apply(keys.getFirst())
        : Dsl.best(keys.stream().map(query).toList(), 0);
  }

  private static Map<String, Object> judged(String key, double most) {
    return feature(key, "saturation", Map.of("pivot", 1), most);
  }

  private static Map<String, Object> counted(String key, double times) {
    return feature(key, "linear", Map.of(), times);
  }

  private static Map<String, Object> feature(
      String key, String function, Map<String, Object> of, double boost) {
    return Map.of(
        "rank_feature",
        Map.of("field", FieldNames.COUNTS + '.' + key, function, of, "boost", boost));
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
