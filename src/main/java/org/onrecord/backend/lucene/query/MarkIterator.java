package org.onrecord.backend.lucene.query;

import java.util.List;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TextSpan;

/** Walks over matches that are known by where they stand in the text. */
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
    return at;
  }

  @Override
  public int endPosition() {
    return at;
  }

  @Override
  public int startOffset() {
    return marks.get(at).start();
  }

  @Override
  public int endOffset() {
    return marks.get(at).end();
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
