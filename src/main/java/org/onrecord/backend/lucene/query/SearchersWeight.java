package org.onrecord.backend.lucene.query;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query whose weight the searcher makes, so that its deadline holds, where the query around it
 * would make the weight by itself.
 */
final class SearchersWeight extends Query {
  private final Query in;

  SearchersWeight(Query in) {
    this.in = in;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return searcher.createWeight(in, mode, boost);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = in.rewrite(searcher);
    return rewritten == in ? this : new SearchersWeight(rewritten);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    in.visit(visitor);
  }

  @Override
  public int hashCode() {
    return classHash() + in.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SearchersWeight same && same.in.equals(in);
  }

  @Override
  public String toString(String field) {
    return in.toString(field);
  }
}
