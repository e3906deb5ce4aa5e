package org.onrecord.backend.lucene.query;

import java.util.List;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;

/** Walks over matches that are known by the positions of their words. */
final class MarkIterator implements MatchesIterator {
  private final Query query;
  private final List<TextSpan> marks;
  private int at = -1;

  MarkIterator(Query query, List<TextSpan> marks) {
    this.query = query;
    this.marks = marks;
  }

  @Override
  public boolean next() {
    return ++at < marks.size();
  }

  @Override
  public int startPosition() {
    return marks.get(at).start();
  }

  @Override
  public int endPosition() {
    return marks.get(at).end();
  }

  @Override
  public int startOffset() {
    return -1;
  }

  @Override
  public int endOffset() {
    return -1;
  }

  @Override
  public @Nullable MatchesIterator getSubMatches() {
    return null;
  }

  @Override
  public Query getQuery() {
    return query;
  }
}
