package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.SpellingRules;

/**
 * The words of an index, in the text and in names, that are spelt nearly as another. Those of
 * articles that were taken out are not among them.
 */
record SimilarWords(ArchiveSearcher searcher, Analyzer analyzer) {
  /** How many words with one number of different letters are looked at in a field. */
  private static final int MAX_SEEN = 5_000;

  /**
   * The nearest first, among them the most frequent; none for a word of several parts, and none
   * that are so much rarer than the word that they are misspellings of it.
   */
  List<String> to(String word) throws IOException {
    List<String> terms = NewsAnalyzer.terms(analyzer, Fields.EXACT, word);
    return terms.size() != 1 || terms.getFirst().length() < SpellingRules.SHORTEST
        ? List.of()
        : searcher.similar(terms.getFirst(), this::near);
  }

  private List<String> near(String term) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    int own = frequency(Fields.EXACT, term);
    for (int edits = 1; edits <= FuzzyQuery.defaultMaxEdits; edits++) {
      for (String like : mostFrequent(term, edits, own / SpellingRules.MISSPELT)) {
        if (found.size() < SpellingRules.MOST && !like.equals(term) && isLive(like)) {
          found.add(like);
        }
      }
    }
    return new ArrayList<>(found);
  }

  /** Whether a word is often part of names, or too rare to tell. */
  boolean isName(String word) throws IOException {
    List<String> terms = NewsAnalyzer.terms(analyzer, Fields.EXACT, word);
    if (terms.size() != 1) {
      return false;
    }
    int inText = frequency(Fields.EXACT, terms.getFirst());
    int inNames =
        Math.max(
            frequency(Fields.SPEAKER, terms.getFirst()),
            frequency(Fields.MENTION, terms.getFirst()));
    return SpellingRules.isName(inText, inNames);
  }

  private int frequency(String field, String term) throws IOException {
    return searcher.getIndexReader().docFreq(new Term(field, term));
  }

  private List<String> mostFrequent(String word, int edits, int least) throws IOException {
    CompiledAutomaton automaton = FuzzyQuery.getFuzzyAutomaton(word, edits, 1, true);
    Map<String, Integer> frequencies = new HashMap<>();
    for (String field : SpellingRules.FIELDS) {
      searcher.deadline().check();
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
      if (terms != null) {
        TermsEnum like = automaton.getTermsEnum(terms);
        int seen = 0;
        for (BytesRef term = like.next(); term != null && seen++ < MAX_SEEN; term = like.next()) {
          searcher.deadline().read();
          frequencies.merge(term.utf8ToString(), like.docFreq(), Integer::sum);
        }
      }
    }
    return frequencies.entrySet().stream()
        .filter(each -> each.getValue() >= least)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SpellingRules.MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isLive(String term) throws IOException {
    if (!searcher.getIndexReader().hasDeletions()) {
      return true;
    }
    for (String field : SpellingRules.FIELDS) {
      if (searcher.count(new TermQuery(new Term(field, term))) > 0) {
        return true;
      }
    }
    return false;
  }
}
