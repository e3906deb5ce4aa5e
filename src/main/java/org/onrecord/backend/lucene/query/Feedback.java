package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.index.StoredRecords;
import org.onrecord.query.FunctionWords;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SortOrder;

/**
 * Lets words that the best hits have in common help the order of all (pseudo-relevance feedback:
 * Rocchio 1971, Lavrenko and Croft 2001). What is found stays the same.
 *
 * @param analyzer how the index's documents were read
 */
public record Feedback(
    ArchiveSearcher searcher, DocumentCodec codec, Analyzer analyzer, LengthColumns lengths) {
  /** How many of the best paragraphs are read; where fewer are found, they are no choice. */
  private static final int READ = 10;

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

  private record Word(String text, double worth) {}

  /**
   * What helps a query; nothing where its best hits share nothing.
   *
   * @param matching what must match
   * @param helping what adds to the score already, in groups
   */
  public List<Query> helping(Query matching, List<List<Query>> helping) throws IOException {
    ScoreDoc[] best = best(matching, helping);
    List<Word> words = best.length < READ || score(best[0]) <= 0 ? List.of() : words(best);
    List<Query> shared = new ArrayList<>();
    for (Word word : words) {
      float weight = (float) (WEIGHT * word.worth() / words.getFirst().worth());
      shared.add(new BoostQuery(QueryScoring.stem(word.text()), weight));
    }
    return shared;
  }

  /** Paragraphs alone, so that the order is the same whatever is selected. */
  private ScoreDoc[] best(Query matching, List<List<Query>> helping) throws IOException {
    Query paragraphs =
        new BooleanQuery.Builder()
            .add(matching, Occur.MUST)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentType.PARAGRAPH.label())), Occur.FILTER)
            .build();
    Hits found = Hits.of(searcher, paragraphs);
    return found.count() < READ
        ? new ScoreDoc[0]
        : searcher.search(
                new RankedQuery(matching, helping, found, lengths, ScoreShare.By.CERTAINTY),
                new TopFieldCollectorManager(SortFields.of(SortOrder.RELEVANCE), READ, null, 1))
            .scoreDocs;
  }

  private List<Word> words(ScoreDoc[] best) throws IOException {
    Map<String, Double> shares = new HashMap<>();
    Map<String, Integer> paragraphs = new HashMap<>();
    for (ScoreDoc hit : best) {
      double weight = Math.pow(score(hit) / score(best[0]), STEEPNESS);
      List<String> terms = NewsAnalyzer.terms(analyzer, Fields.TEXT, text(hit));
      double share = weight / Math.max(SHORTEST, terms.size());
      terms.forEach(term -> shares.merge(term, share, Double::sum));
      new HashSet<>(terms).forEach(term -> paragraphs.merge(term, 1, Integer::sum));
    }
    long documents = TextLengths.of(searcher).documents();
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Double> each : shares.entrySet()) {
      String term = each.getKey();
      if (paragraphs.getOrDefault(term, 0) >= SHARED && !FunctionWords.isOne(term)) {
        int holding = searcher.getIndexReader().docFreq(new Term(Fields.TEXT, term));
        words.add(new Word(term, each.getValue() * Math.log((documents + 1) / (holding + 0.5))));
      }
    }
    words.sort(Comparator.comparingDouble(Word::worth).reversed().thenComparing(Word::text));
    return words.subList(0, Math.min(TAKEN, words.size()));
  }

  private static float score(ScoreDoc hit) {
    return (Float) Objects.requireNonNull(((FieldDoc) hit).fields)[0];
  }

  private String text(ScoreDoc hit) throws IOException {
    return StoredRecords.read(codec, searcher.storedFields(), hit.doc)
            instanceof ParagraphDocument paragraph
        ? paragraph.text()
        : "";
  }
}
