package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.onrecord.backend.lucene.index.Fields;

/**
 * A query for what is worded like a text: its rarest words, and runs of three to six words, as many
 * as it takes until they are rare together, each worth its rarity and however long the paragraph
 * is. The work does not grow with the text, of which the parts are asked for evenly.
 */
public final class WordedLike {
  private static final int RUN = 3;

  private static final int LONGEST_RUN = 6;

  /** How many runs and single words are asked for. */
  private static final int MOST_RUNS = 10;

  private static final int MOST_WORDS = 8;

  /** A run of rarer words than this costs little to look for. */
  private static final double RARE_ENOUGH = 7;

  /** A run of words rarer than this need not be longer. */
  private static final double TELLING = 13;

  /** A text of at most so many words is looked for as it is, too. */
  private static final int WHOLE = 40;

  /** What a run is worth for each rarity of its words, beside that of a word alone. */
  private static final float IN_ORDER = 2;

  private final List<String> terms;
  private final Map<String, Double> rarities;

  /**
   * What is worded like some words.
   *
   * @param rarities by word, as {@link #rarityAmong} has it
   */
  public WordedLike(List<String> terms, Map<String, Double> rarities) {
    this.terms = List.copyOf(terms);
    this.rarities = Map.copyOf(rarities);
  }

  /** The same, by the words of an index. */
  public static WordedLike of(IndexSearcher searcher, List<String> terms) throws IOException {
    int all = searcher.getIndexReader().getDocCount(Fields.EXACT);
    Map<String, Double> rarities = new HashMap<>();
    for (String term : terms) {
      if (!rarities.containsKey(term)) {
        int with = searcher.getIndexReader().docFreq(new Term(Fields.EXACT, term));
        rarities.put(term, rarityAmong(all, with));
      }
    }
    return new WordedLike(terms, rarities);
  }

  /** The logarithm of how many texts there are for each that has a word. */
  public static double rarityAmong(long all, long with) {
    return Math.max(0, Math.log((double) Math.max(1, all) / Math.max(1, with)));
  }

  public Query query() {
    Map<Query, Float> parts = new LinkedHashMap<>();
    addRuns(parts);
    rarities.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_WORDS)
        .forEach(
            word ->
                parts.put(
                    new TermQuery(new Term(Fields.EXACT, word.getKey())),
                    word.getValue().floatValue()));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(
        (part, worth) ->
            any.add(
                new BoostQuery(new ConstantScoreQuery(part), Math.max(0.01f, worth)),
                Occur.SHOULD));
    return any.build();
  }

  /** Of each part of the text the rarest run, so that every piece of it can be found. */
  private void addRuns(Map<Query, Float> parts) {
    int length = Math.min(RUN, terms.size());
    int runs = terms.size() - length + 1;
    int part = Math.max(1, (runs + MOST_RUNS - 1) / MOST_RUNS);
    List<Integer> starts = new ArrayList<>();
    for (int from = 0; from < runs; from += part) {
      int best = from;
      for (int i = from + 1; i < Math.min(runs, from + part); i++) {
        best = rarity(i, length) > rarity(best, length) ? i : best;
      }
      starts.add(best);
    }
    boolean someRare = starts.stream().anyMatch(i -> rarity(i, length) >= RARE_ENOUGH);
    for (int i : starts) {
      if (length > 1 && (rarity(i, length) >= RARE_ENOUGH || !someRare)) {
        addRun(parts, i, telling(i, length));
      }
    }
    if (terms.size() > LONGEST_RUN && terms.size() <= WHOLE) {
      addRun(parts, 0, terms.size());
    }
  }

  private int telling(int from, int least) {
    int length = least;
    while (length < LONGEST_RUN && from + length < terms.size() && rarity(from, length) < TELLING) {
      length++;
    }
    return length;
  }

  private void addRun(Map<Query, Float> parts, int from, int length) {
    parts.put(
        new PhraseQuery(Fields.EXACT, terms.subList(from, from + length).toArray(String[]::new)),
        (float) rarity(from, length) * IN_ORDER);
  }

  private double rarity(int from, int length) {
    double sum = 0;
    for (String term : terms.subList(from, from + length)) {
      sum += rarities.getOrDefault(term, 0.0);
    }
    return sum;
  }
}
