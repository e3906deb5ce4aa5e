package org.onrecord.backend.lucene.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.AfterEffectB;
import org.apache.lucene.search.similarities.BasicModelIn;
import org.apache.lucene.search.similarities.DFRSimilarity;
import org.apache.lucene.search.similarities.NormalizationH2;
import org.apache.lucene.search.similarities.Similarity;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.query.FunctionWords;

/**
 * What a document is worth to a query, one way for all queries: the words' scores ({@link
 * WordQuery}) are added up, and with them those of neighbours, words that stand beside each other
 * in the query and near each other in the document, above all in a name.
 */
final class QueryScoring {
  /** What a function word is worth beside the words around it. */
  private static final float FUNCTION_WORD = 0.1f;

  private static final float NEAR_IN_TEXT = 0.2f;
  private static final float TOGETHER_IN_NAME = 0.4f;

  /**
   * The same of who speaks, where all words have to match: whoever asks for somebody and a subject
   * wants first what they say of it.
   */
  private static final float OF_SPEAKER = 1;

  /** How many words may stand between neighbours in the text. */
  private static final int SLOP = 1;

  /** How many pairs of neighbours are looked for; the first ones. */
  private static final int MOST_PAIRS = 32;

  private final Analyzer analyzer;

  /**
   * A ranking.
   *
   * @param analyzer how queries are read
   */
  QueryScoring(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** What phrases are scored by, like words. */
  static Similarity similarity() {
    return new DFRSimilarity(
        new BasicModelIn(), new AfterEffectB(), new NormalizationH2(WordScore.LENGTHS));
  }

  /** A word in the text or in a name; empty where it is none, or several to the analyzer. */
  Optional<Query> word(String typed) {
    return forms(typed, WordWeights.SPEAKER).map(forms -> weighed(typed, new WordQuery(forms)));
  }

  /**
   * A word in the text or in a name, or another of the same root in the text; or empty as above.
   */
  Optional<Query> sameRoot(String typed) {
    return forms(typed, WordWeights.NAME).map(forms -> weighed(typed, new FamilyQuery(forms)));
  }

  private static Query weighed(String typed, Query word) {
    return FunctionWords.isOne(typed) ? new BoostQuery(word, FUNCTION_WORD) : word;
  }

  private Optional<List<WordQuery.Form>> forms(String typed, float speaker) {
    Optional<String> stem = only(Fields.TEXT, typed);
    Optional<String> name = only(Fields.MENTION, typed);
    if (stem.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            form(Fields.TEXT, stem.get(), 1, true),
            form(Fields.SPEAKER, name.get(), speaker, true),
            form(Fields.MENTION, name.get(), WordWeights.NAME, true),
            form(Fields.TITLE, stem.get(), WordWeights.TITLE, false),
            form(Fields.EXACT, name.get(), WordWeights.EXACT, false)));
  }

  /** A word stem in the text, or in the headline where the text holds it. */
  static Query stem(String stem) {
    return new WordQuery(
        List.of(
            form(Fields.TEXT, stem, 1, true), form(Fields.TITLE, stem, WordWeights.TITLE, false)));
  }

  private static WordQuery.Form form(String field, String term, float weight, boolean finds) {
    return new WordQuery.Form(new Term(field, term), weight, finds);
  }

  private Optional<String> only(String field, String typed) {
    List<String> terms = NewsAnalyzer.terms(analyzer, field, typed);
    return terms.size() == 1 ? Optional.of(terms.getFirst()) : Optional.empty();
  }

  /**
   * Looks for each two neighbours.
   *
   * @param typed the words of a query in their order
   * @param all whether all of them have to match
   */
  List<Query> neighbours(List<String> typed, boolean all) {
    List<String> words = typed.stream().filter(word -> !FunctionWords.isOne(word)).toList();
    Set<Query> pairs = new LinkedHashSet<>();
    for (int i = 1; i < words.size() && pairs.size() < MOST_PAIRS; i++) {
      pair(words.get(i - 1), words.get(i), all).ifPresent(pairs::add);
    }
    return List.copyOf(pairs);
  }

  private Optional<Query> pair(String first, String second, boolean all) {
    List<String> stems = both(Fields.TEXT, first, second);
    List<String> names = both(Fields.MENTION, first, second);
    if (stems.size() != 2 || names.size() != 2 || stems.getFirst().equals(stems.getLast())) {
      return Optional.empty();
    }
    return Optional.of(
        new DisjunctionMaxQuery(
            List.of(
                pair(Fields.TEXT, stems, SLOP, NEAR_IN_TEXT),
                pair(Fields.SPEAKER, names, 0, all ? OF_SPEAKER : TOGETHER_IN_NAME),
                pair(Fields.MENTION, names, 0, TOGETHER_IN_NAME)),
            0));
  }

  private List<String> both(String field, String first, String second) {
    List<String> terms = new ArrayList<>(NewsAnalyzer.terms(analyzer, field, first));
    terms.addAll(NewsAnalyzer.terms(analyzer, field, second));
    return terms;
  }

  private static Query pair(String field, List<String> terms, int slop, float weight) {
    return new BoostQuery(
        new PairQuery(new Term(field, terms.getFirst()), new Term(field, terms.getLast()), slop),
        weight);
  }
}
