package org.onrecord.backend.lucene.facet;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.backend.lucene.query.SegmentHits;

/**
 * A facet of few values: of each document a byte that says which it has, and of each value the set
 * of those that have it. Few hits are counted by the former, many by intersecting the latter.
 */
final class LabelColumn implements FacetColumn {
  /** A bit of a byte each. */
  static final int MOST_VALUES = Byte.SIZE;

  private final byte[] masks;
  private final FixedBitSet[] sets;
  private final FixedBitSet having;

  private LabelColumn(byte[] masks, FixedBitSet[] sets) {
    this.masks = masks;
    this.sets = sets;
    this.having = new FixedBitSet(masks.length);
    for (FixedBitSet set : sets) {
      having.or(set);
    }
  }

  /** For one thread. */
  static final class Builder implements Taker {
    private final byte[] masks;
    private final FixedBitSet[] sets;

    Builder(int documents, int values) {
      masks = new byte[documents];
      sets = new FixedBitSet[values];
      Arrays.setAll(sets, _ -> new FixedBitSet(documents));
    }

    @Override
    public void take(int doc, int ordinal) {
      masks[doc] = (byte) (masks[doc] | 1 << ordinal);
      sets[ordinal].set(doc);
    }

    LabelColumn build() {
      return new LabelColumn(masks, sets);
    }
  }

  @Override
  public int count(SegmentHits hits, int[] places, Tally tally) {
    FixedBitSet many = hits.bits();
    return many == null
        ? countFew(hits.list(), hits.count(), places, tally)
        : countMany(many, places, tally);
  }

  @Override
  public void each(int doc, IntConsumer ordinals) {
    for (int left = Byte.toUnsignedInt(masks[doc]); left != 0; left &= left - 1) {
      ordinals.accept(Integer.numberOfTrailingZeros(left));
    }
  }

  private int countFew(int[] docs, int size, int[] places, Tally tally) {
    int[] byMask = new int[1 << MOST_VALUES];
    for (int i = 0; i < size; i++) {
      byMask[Byte.toUnsignedInt(masks[docs[i]])]++;
    }
    for (int mask = 1; mask < byMask.length; mask++) {
      if (byMask[mask] > 0) {
        for (int left = mask; left != 0; left &= left - 1) {
          tally.add(places[Integer.numberOfTrailingZeros(left)], byMask[mask]);
        }
      }
    }
    return size - byMask[0];
  }

  private int countMany(FixedBitSet hits, int[] places, Tally tally) {
    for (int ordinal = 0; ordinal < sets.length; ordinal++) {
      int count = (int) FixedBitSet.intersectionCount(hits, sets[ordinal]);
      if (count > 0) {
        tally.add(places[ordinal], count);
      }
    }
    return (int) FixedBitSet.intersectionCount(hits, having);
  }
}
