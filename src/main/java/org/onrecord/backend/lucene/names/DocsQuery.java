package org.onrecord.backend.lucene.names;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds documents of one view, which it is given in ascending order. */
final class DocsQuery extends Query {
  private final int[] docs;

  DocsQuery(int[] docs) {
    this.docs = docs;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) {
        int from = place(context.docBase);
        int to = place(context.docBase + context.reader().maxDoc());
        return from == to
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new Part(docs, from, to, context.docBase),
                score(),
                mode,
                context.reader().maxDoc());
      }

      /** Its documents are one view's: they are not to be kept for another. */
      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  private int place(int doc) {
    int found = Arrays.binarySearch(docs, doc);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(@Nullable String field) {
    return docs.length + " documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocsQuery query && query.docs == docs;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(docs);
  }

  /** Those of one segment. */
  private static final class Part extends DocIdSetIterator {
    private final int[] docs;
    private final int to;
    private final int base;
    private final long cost;
    private int next;
    private int doc = -1;

    Part(int[] docs, int from, int to, int base) {
      this.docs = docs;
      this.next = from;
      this.to = to;
      this.base = base;
      this.cost = to - from;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      doc = next < to ? docs[next++] - base : NO_MORE_DOCS;
      return doc;
    }

    @Override
    public int advance(int target) {
      if (target == NO_MORE_DOCS) {
        next = to;
      } else {
        int found = Arrays.binarySearch(docs, next, to, target + base);
        next = found < 0 ? -found - 1 : found;
      }
      return nextDoc();
    }

    @Override
    public long cost() {
      return cost;
    }
  }
}
