package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.query.FunctionWords;

/**
 * What the best hits of a search have in common.
 *
 * @param shares by stem that several of them have, how much of them it is
 */
public record SharedWords(Map<String, Double> shares) {
  /** How many words are taken. */
  private static final int TAKEN = 20;

  /** How many of the paragraphs read have a word that is taken at the least. */
  private static final int SHARED = 2;

  /** What the first of the words counts, one that was typed counting 1. */
  private static final float WEIGHT = 0.4f;

  /** How fast paragraphs with lower scores than the best count less: a power of the share. */
  private static final int STEEPNESS = 15;

  /** Shorter paragraphs count as long as this, in words. */
  private static final int SHORTEST = 10;

  public SharedWords {
    shares = Map.copyOf(shares);
  }

  /** A paragraph that was found. */
  public record Paragraph(float score, String text) {}

  /** Counts documents. */
  @FunctionalInterface
  public interface Holding {
    /** How many documents have a stem. */
    long held(String stem) throws IOException;
  }

  private record Word(String text, double worth) {}

  /**
   * Reads paragraphs.
   *
   * @param analyzer how the index's documents were read
   * @param best the best first; where it is worth nothing, nothing is shared
   */
  public static SharedWords of(Analyzer analyzer, List<Paragraph> best) {
    Map<String, Double> shares = new HashMap<>();
    Map<String, Integer> paragraphs = new HashMap<>();
    if (best.isEmpty() || best.getFirst().score() <= 0) {
      return new SharedWords(Map.of());
    }
    for (Paragraph each : best) {
      double weight = Math.pow(each.score() / best.getFirst().score(), STEEPNESS);
      List<String> terms = NewsAnalyzer.terms(analyzer, Fields.TEXT, each.text());
      double share = weight / Math.max(SHORTEST, terms.size());
      terms.forEach(term -> shares.merge(term, share, Double::sum));
      new HashSet<>(terms).forEach(term -> paragraphs.merge(term, 1, Integer::sum));
    }
    shares
        .keySet()
        .removeIf(term -> paragraphs.getOrDefault(term, 0) < SHARED || FunctionWords.isOne(term));
    return new SharedWords(shares);
  }

  /** The stems that are shared. */
  public Set<String> stems() {
    return shares.keySet();
  }

  /**
   * What helps the order of all hits; nothing where the best share nothing.
   *
   * @param documents how many documents there are
   */
  public List<Query> helping(long documents, Holding holding) throws IOException {
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Double> each : shares.entrySet()) {
      double rarity = Math.log((documents + 1) / (holding.held(each.getKey()) + 0.5));
      words.add(new Word(each.getKey(), each.getValue() * rarity));
    }
    words.sort(Comparator.comparingDouble(Word::worth).reversed().thenComparing(Word::text));
    List<Query> helping = new ArrayList<>();
    for (Word word : words.subList(0, Math.min(TAKEN, words.size()))) {
      float weight = (float) (WEIGHT * word.worth() / words.getFirst().worth());
      helping.add(new BoostQuery(QueryScoring.stem(word.text()), weight));
    }
    return helping;
  }
}
