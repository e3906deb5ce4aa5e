package org.onrecord.backend.lucene.index;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;

/**
 * What {@link NewsAnalyzer} makes of single words that it has cut and folded, where it stems them:
 * each is stemmed once and kept while there are not too many. Safe for use by several threads.
 */
public final class WordStems {
  private static final int MOST = 200_000;

  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Analyzer stemming =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          KeywordTokenizer whole = new KeywordTokenizer();
          return new TokenStreamComponents(whole, new KStemFilter(whole));
        }
      };

  /**
   * The stem of a word.
   *
   * @param word as it is in {@link Fields#EXACT}
   */
  public String of(String word) {
    String stem = known.get(word);
    if (stem == null) {
      List<String> stems = NewsAnalyzer.terms(stemming, Fields.TEXT, word);
      stem = stems.isEmpty() ? word : stems.getFirst();
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(word, stem);
    }
    return stem;
  }
}
