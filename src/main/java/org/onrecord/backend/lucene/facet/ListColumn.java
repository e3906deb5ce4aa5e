package org.onrecord.backend.lucene.facet;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.backend.lucene.query.SegmentHits;

/**
 * A facet of which a document may have many values and most have one or none: four bytes a
 * document, and where it has several a list.
 */
final class ListColumn implements FacetColumn {
  /** What stands for a document without a value: the ordinal after all others. */
  private final int none;

  /** By document, its only ordinal, or {@link #none}, or {@code ~} where its list begins. */
  private final int[] entries;

  /** One list after the other: its length, then ordinals. */
  private final int[] lists;

  private ListColumn(int none, int[] entries, int[] lists) {
    this.none = none;
    this.entries = entries;
    this.lists = lists;
  }

  /** For one thread. */
  static final class Builder implements Taker {
    private final int none;
    private final int[] entries;
    private int[] lists = new int[64];
    private int size;

    /**
     * Takes the values of a segment.
     *
     * @param values how many different ones there are
     */
    Builder(int maxDoc, int values) {
      none = values;
      entries = new int[maxDoc];
      Arrays.fill(entries, none);
    }

    @Override
    public void take(int doc, int ordinal) {
      int entry = entries[doc];
      if (entry == none) {
        entries[doc] = ordinal;
      } else if (entry >= 0) {
        entries[doc] = ~size;
        push(2);
        push(entry);
        push(ordinal);
      } else {
        lists[~entry]++;
        push(ordinal);
      }
    }

    private void push(int value) {
      lists = ArrayUtil.grow(lists, size + 1);
      lists[size++] = value;
    }

    ListColumn build() {
      return new ListColumn(none, entries, Arrays.copyOf(lists, size));
    }
  }

  @Override
  public int count(SegmentHits hits, int[] places, Tally tally) {
    int before = tally.none();
    Tally.Adding adding = tally.new Adding(places);
    FixedBitSet many = hits.bits();
    if (many == null) {
      int[] few = hits.list();
      for (int i = 0, size = hits.count(); i < size; i++) {
        add(entries[few[i]], adding);
      }
    } else {
      long[] words = many.getBits();
      for (int i = 0; i < words.length; i++) {
        for (long left = words[i]; left != 0; left &= left - 1) {
          add(entries[(i << 6) + Long.numberOfTrailingZeros(left)], adding);
        }
      }
    }
    adding.end();
    return hits.count() - (tally.none() - before);
  }

  private void add(int entry, Tally.Adding adding) {
    if (entry >= 0) {
      adding.add(entry);
    } else {
      int end = ~entry + lists[~entry];
      for (int at = ~entry + 1; at <= end; at++) {
        adding.add(lists[at]);
      }
    }
  }

  @Override
  public void each(int doc, IntConsumer taker) {
    int entry = entries[doc];
    if (entry < 0) {
      for (int at = ~entry + 1; at <= ~entry + lists[~entry]; at++) {
        taker.accept(lists[at]);
      }
    } else if (entry != none) {
      taker.accept(entry);
    }
  }
}
