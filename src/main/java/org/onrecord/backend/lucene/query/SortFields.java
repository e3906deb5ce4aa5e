package org.onrecord.backend.lucene.query;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.search.SortOrder;

/** The order of hits, total: first as asked, then by article, then by place in it. */
public final class SortFields {
  private SortFields() {}

  public static Sort of(SortOrder order) {
    SortField first =
        switch (order) {
          case RELEVANCE, RECENT -> SortField.FIELD_SCORE;
          case NEWEST -> date(Direction.DOWN);
          case OLDEST -> date(Direction.UP);
        };
    return new Sort(first, ArticleOrder.FIELD, new SortField(Fields.PLACE, SortField.Type.LONG));
  }

  private enum Direction {
    UP,
    DOWN
  }

  /** What has no date comes last either way. */
  private static SortField date(Direction direction) {
    boolean down = direction == Direction.DOWN;
    SortField field = LongField.newSortField(Fields.DATE, down, SortedNumericSelector.Type.MIN);
    field.setMissingValue(down ? Long.MIN_VALUE : Long.MAX_VALUE);
    return field;
  }
}
