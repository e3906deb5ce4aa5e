package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds what stands under the headlines that a query finds, each worth what the headline is. */
public final class HeadlineQuery extends Query {
  private final Query headline;

  /**
   * Finds what stands under headlines.
   *
   * @param headline finds articles by their headlines' words
   */
  HeadlineQuery(Query headline) {
    this.headline = headline;
  }

  /** What finds articles by their headlines' words. */
  public Query headline() {
    return headline;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = headline.rewrite(searcher);
    return rewritten == headline ? this : new HeadlineQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new HeadlineWeight(
        searcher.createWeight(headline, mode.needsScores() ? ScoreMode.COMPLETE : mode, boost));
  }

  private final class HeadlineWeight extends Weight {
    private final Weight inner;

    HeadlineWeight(Weight inner) {
      super(HeadlineQuery.this);
      this.inner = inner;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      Scorer found = inner.scorer(context);
      return found == null
          ? null
          : new DefaultScorerSupplier(new Under(found, Headlines.of(context.reader())));
    }

    @Override
    public @Nullable Matches matches(LeafReaderContext context, int doc) throws IOException {
      int article = Headlines.of(context.reader()).over(doc);
      return article < 0 ? null : inner.matches(context, article);
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      int article = Headlines.of(context.reader()).over(doc);
      return article < 0 ? Explanation.noMatch("a headline") : inner.explain(context, article);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return inner.isCacheable(context);
    }
  }

  /** One passage after the other. */
  private static final class Under extends Scorer {
    private final Scorer found;
    private final Headlines headlines;
    private final DocIdSetIterator articles;
    private int doc = -1;
    private int end;

    Under(Scorer found, Headlines headlines) {
      this.found = found;
      this.headlines = headlines;
      this.articles = found.iterator();
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public DocIdSetIterator iterator() {
      return new DocIdSetIterator() {
        @Override
        public int docID() {
          return doc;
        }

        @Override
        public int nextDoc() throws IOException {
          return advance(doc + 1);
        }

        @Override
        public int advance(int target) throws IOException {
          if (target < end) {
            doc = target;
            return doc;
          }
          int article = target >= headlines.documents() ? NO_MORE_DOCS : headlines.article(target);
          if (articles.docID() < article || articles.docID() < 0) {
            articles.advance(Math.max(0, article));
          }
          while (articles.docID() != NO_MORE_DOCS) {
            int first = Math.max(target, headlines.first(articles.docID()));
            end = headlines.end(articles.docID());
            if (first < end) {
              doc = first;
              return doc;
            }
            articles.nextDoc();
          }
          doc = NO_MORE_DOCS;
          return doc;
        }

        @Override
        public long cost() {
          return articles.cost();
        }
      };
    }

    @Override
    public float score() throws IOException {
      return found.score();
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.MAX_VALUE;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    headline.visit(visitor);
  }

  @Override
  public String toString(@Nullable String field) {
    return "under(" + headline.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HeadlineQuery query && headline.equals(query.headline);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + headline.hashCode();
  }
}
