package org.onrecord.backend.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.Fields;

/**
 * The order of hits by their article's id, as Lucene's own order of texts has it. It decides where
 * all else is alike, which is seldom: so hits are remembered by the ordinal in their segment, and
 * ids are read only where two of different segments are compared, or a cursor is made.
 */
final class ArticleOrder extends FieldComparatorSource {
  /** How hits are sorted by it. */
  static final SortField FIELD = new SortField(Fields.ARTICLE, new ArticleOrder());

  private ArticleOrder() {}

  @Override
  public FieldComparator<?> newComparator(
      String field, int hits, Pruning pruning, boolean reversed) {
    return new Comparing(hits);
  }

  /** Compares the hits of one search. */
  private static final class Comparing extends FieldComparator<BytesRef>
      implements LeafFieldComparator {
    private final SortedDocValues[] segments;
    private final int[] ordinals;
    private SortedDocValues segment = DocValues.emptySorted();
    private int bottom;
    private BytesRef top = new BytesRef();

    Comparing(int hits) {
      segments = new SortedDocValues[hits];
      ordinals = new int[hits];
    }

    @Override
    public LeafFieldComparator getLeafComparator(LeafReaderContext context) throws IOException {
      segment = DocValues.getSorted(context.reader(), Fields.ARTICLE);
      return this;
    }

    @Override
    public void copy(int slot, int doc) throws IOException {
      segments[slot] = segment;
      ordinals[slot] = ordinal(doc);
    }

    private int ordinal(int doc) throws IOException {
      if (!segment.advanceExact(doc)) {
        throw new IllegalStateException("document " + doc + " has no article");
      }
      return segment.ordValue();
    }

    @Override
    public int compare(int one, int other) {
      return segments[one] == segments[other]
          ? Integer.compare(ordinals[one], ordinals[other])
          : value(one).compareTo(value(other));
    }

    @Override
    public BytesRef value(int slot) {
      try {
        return BytesRef.deepCopyOf(segments[slot].lookupOrd(ordinals[slot]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void setBottom(int slot) {
      bottom = slot;
    }

    @Override
    public int compareBottom(int doc) throws IOException {
      int ordinal = ordinal(doc);
      return segments[bottom] == segment
          ? Integer.compare(ordinals[bottom], ordinal)
          : value(bottom).compareTo(segment.lookupOrd(ordinal));
    }

    @Override
    public void setTopValue(@Nullable BytesRef value) {
      top = Objects.requireNonNull(value);
    }

    @Override
    public int compareTop(int doc) throws IOException {
      return top.compareTo(segment.lookupOrd(ordinal(doc)));
    }

    @Override
    public void setScorer(Scorable scorer) {}
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArticleOrder;
  }

  @Override
  public int hashCode() {
    return ArticleOrder.class.hashCode();
  }
}
