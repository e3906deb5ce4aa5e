package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.SegmentCache;

/**
 * What a document's score counts for. A quotation counts for less the less sure it is, by a tenth
 * at the most, so that the surer comes first of two that match about as well. Where all of the
 * words have to match, it counts for less by three tenths, so that what is in doubt stands below
 * what is not, and a headline and a turn of a few words count for less, too: they say little, and
 * length normalisation, by which what is short is to the point, would have them first for every
 * name.
 */
public final class ScoreShare extends DoubleValuesSource {
  /** What counts. */
  public enum By {
    /** How sure quotations are. */
    CERTAINTY,
    /** That, and whether a text says something. */
    SUBSTANCE
  }

  private static final double LEAST_SURE = 0.9;
  private static final double LEAST_SURE_OF_ALL = 0.7;

  /** From so many words on a text says something. */
  private static final int FULL = 12;

  private static final double SHORTEST = 0.5;

  /** From more words on what is said is buried, by as much for each tenfold, to the least. */
  private static final int LONG = 300;

  private static final double TENFOLD = 0.1;
  private static final double BURIED = 0.8;
  private static final double HEADLINE = 0.75;

  private static final SegmentCache<By, float[]> SEGMENTS =
      new SegmentCache<>(SegmentCache.Life.WHOLE_SEGMENT, ScoreShare::read);

  private final DoubleValuesSource score;
  private final By by;

  private ScoreShare(DoubleValuesSource score, By by) {
    this.score = score;
    this.by = by;
  }

  /** The query with scores that count for what their documents are. */
  public static Query blended(Query scoring, By by) {
    return new FunctionScoreQuery(
        new SearchersWeight(scoring), new ScoreShare(DoubleValuesSource.SCORES, by));
  }

  /** By document of a segment, what its score is multiplied by, above 0 to 1; not to be changed. */
  static float[] of(LeafReader segment, By by) throws IOException {
    return SEGMENTS.get(segment, by);
  }

  private static float[] read(LeafReader segment, By by) throws IOException {
    Headlines headlines = Headlines.of(segment);
    NumericDocValues certainty = DocValues.getNumeric(segment, Fields.CERTAINTY);
    @Nullable NumericDocValues text = segment.getNormValues(Fields.TEXT);
    @Nullable NumericDocValues titles = segment.getNormValues(Fields.TITLE);
    float[] factors = new float[segment.maxDoc()];
    for (int doc = 0; doc < factors.length; doc++) {
      double factor = 1;
      if (by == By.SUBSTANCE && text != null && text.advanceExact(doc)) {
        int article = headlines.article(doc);
        boolean headline =
            doc == article + 1 && titles != null && article >= 0 && titles.advanceExact(article);
        factor = substance(SmallFloat.byte4ToInt((byte) text.longValue()));
        factor = headline ? Math.min(factor, HEADLINE) : factor;
      }
      if (certainty.advanceExact(doc)) {
        double least = by == By.SUBSTANCE ? LEAST_SURE_OF_ALL : LEAST_SURE;
        factor *= least + (1 - least) * certainty.longValue() / 100;
      }
      factors[doc] = (float) factor;
    }
    return factors;
  }

  /**
   * How much a text says of what it is found for, 0.5 to 1: a few words say little, and what stands
   * among a thousand others, as in the captions of a gallery, is buried.
   *
   * @param words of the text, 0 or more
   */
  public static double substance(int words) {
    if (words < FULL) {
      return SHORTEST + (1 - SHORTEST) * words / FULL;
    }
    return words <= LONG ? 1 : Math.max(BURIED, 1 - TENFOLD * Math.log10((double) words / LONG));
  }

  @Override
  public DoubleValues getValues(LeafReaderContext context, DoubleValues scores) throws IOException {
    DoubleValues relevance = score.getValues(context, scores);
    float[] factors = of(context.reader(), by);
    return new DoubleValues() {
      private double weight = 1;

      @Override
      public double doubleValue() throws IOException {
        return relevance.doubleValue() * weight;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        weight = factors[doc];
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
    return new ScoreShare(score.rewrite(searcher), by);
  }

  @Override
  public Explanation explain(LeafReaderContext context, int doc, Explanation relevance)
      throws IOException {
    return Explanation.match(
        relevance.getValue().doubleValue() * of(context.reader(), by)[doc],
        "relevance times share",
        relevance);
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(score, by);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScoreShare same && same.by == by && same.score.equals(score);
  }

  @Override
  public String toString() {
    return by + "(" + score + ")";
  }
}
