package org.onrecord.backend.lucene.query;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds again what was found, of one view. The hits must not change meanwhile. */
public final class HitsQuery extends Query {
  private final Hits hits;

  public HitsQuery(Hits hits) {
    this.hits = hits;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        SegmentHits here = hits.in(context);
        return here.count() == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                here.iterator(), score(), mode, context.reader().maxDoc());
      }

      /** Its documents are one view's: they are not to be kept for another. */
      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String field) {
    return "hits";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HitsQuery query && query.hits == hits;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(hits);
  }
}
