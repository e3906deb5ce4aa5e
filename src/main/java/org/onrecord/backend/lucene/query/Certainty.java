package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/**
 * Counts a quotation for less the less sure it is: by a tenth at the most, so that the surer comes
 * first of two that match about as well. A paragraph counts whole.
 */
public final class Certainty extends DoubleValuesSource {
  private static final double LEAST = 0.9;

  private final DoubleValuesSource score;

  private Certainty(DoubleValuesSource score) {
    this.score = score;
  }

  /** The query with surer quotations first where they match about as well. */
  public static Query blended(Query scoring) {
    return new FunctionScoreQuery(
        new SearchersWeight(scoring), new Certainty(DoubleValuesSource.SCORES));
  }

  /** What the score is multiplied by; the certainty is 0 to 100. */
  static double factor(long certainty) {
    return LEAST + (1 - LEAST) * certainty / 100;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
    DoubleValues relevance = score.getValues(context, scores);
    NumericDocValues certainty = DocValues.getNumeric(context.reader(), Fields.CERTAINTY);
    return new DoubleValues() {
      private double weight = 1;

      @Override
      public double doubleValue() throws IOException {
        return relevance.doubleValue() * weight;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        weight = certainty.advanceExact(doc) ? factor(certainty.longValue()) : 1;
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
    return new Certainty(score.rewrite(searcher));
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc, Explanation relevance)
      throws IOException {
    NumericDocValues certainty = DocValues.getNumeric(context.reader(), Fields.CERTAINTY);
    double weight = certainty.advanceExact(doc) ? factor(certainty.longValue()) : 1;
    return Explanation.match(
        relevance.getValue().doubleValue() * weight, "relevance times certainty", relevance);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(score);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Certainty certainty && certainty.score.equals(score);
  }

  @Override
  public String toString() {
    return "certainty(" + score + ")";
  }
}
