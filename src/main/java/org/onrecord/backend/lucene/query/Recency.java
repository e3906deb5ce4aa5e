package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/**
 * Counts a hit for less the older it is: by a half at the most, and half of that for {@link
 * #HALF_LIFE} days before the archive's newest article. What has no date counts as old.
 */
public final class Recency extends DoubleValuesSource {
  static final int HALF_LIFE = 90;
  private static final double OLDEST = 0.5;

  private final DoubleValuesSource score;
  private final long newest;

  private Recency(DoubleValuesSource score, long newest) {
    this.score = score;
    this.newest = newest;
  }

  /** The query with newer hits first where they are about as relevant. */
  public static Query blended(IndexReader reader, Query scoring) throws IOException {
    byte[] last = PointValues.getMaxPackedValue(reader, Fields.DATE);
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    long newest = last == null ? today : Math.min(today, LongPoint.decodeDimension(last, 0));
    return new FunctionScoreQuery(
        new SearchersWeight(scoring), new Recency(DoubleValuesSource.SCORES, newest));
  }

  /** What the score is multiplied by, so many days before the newest. */
  static double factor(long age) {
    return OLDEST + (1 - OLDEST) * Math.pow(0.5, (double) Math.max(0, age) / HALF_LIFE);
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
    DoubleValues relevance = score.getValues(context, scores);
    SortedNumericDocValues days = DocValues.getSortedNumeric(context.reader(), Fields.DATE);
    return new DoubleValues() {
      private double weight = OLDEST;

      @Override
      public double doubleValue() throws IOException {
        return relevance.doubleValue() * weight;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        weight = days.advanceExact(doc) ? factor(newest - days.nextValue()) : OLDEST;
        return relevance.advanceExact(doc);
      }
    };
  }

  @Override
  public boolean needsScores() {
    return true;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) throws IOException {
    return new Recency(score.rewrite(searcher), newest);
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc, Explanation relevance)
      throws IOException {
    SortedNumericDocValues days = DocValues.getSortedNumeric(context.reader(), Fields.DATE);
    double weight = days.advanceExact(doc) ? factor(newest - days.nextValue()) : OLDEST;
    return Explanation.match(
        relevance.getValue().doubleValue() * weight, "relevance times recency", relevance);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return false;
  }

  @Override
  public int hashCode() {
    return Objects.hash(score, newest);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recency recency
        && recency.newest == newest
        && recency.score.equals(score);
  }

  @Override
  public String toString() {
    return "recency(" + score + ", " + newest + ")";
  }
}
