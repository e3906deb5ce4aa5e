package org.onrecord.backend.lucene.facet;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.query.SegmentHits;

/**
 * A facet of which a document may have many values and most have none: two bits for one without,
 * four bytes a value for another, and four more where some document has several.
 */
final class ListColumn implements FacetColumn {
  private final FixedBitSet having;

  /** By word of {@code having}, how many documents before it have a value. */
  private final int[] ranks;

  /** By the number of a document that has values, where they begin; null where each has one. */
  private final int @Nullable [] starts;

  private final int[] ordinals;

  private ListColumn(FixedBitSet having, int @Nullable [] starts, int[] ordinals) {
    this.having = having;
    this.starts = starts;
    this.ordinals = ordinals;
    long[] words = having.getBits();
    this.ranks = new int[words.length];
    int before = 0;
    for (int i = 0; i < words.length; i++) {
      ranks[i] = before;
      before += Long.bitCount(words[i]);
    }
  }

  /** For one thread. */
  static final class Builder implements Taker {
    private final FixedBitSet having;
    private int[] starts = new int[64];
    private int[] ordinals = new int[64];
    private int documents;
    private int size;
    private int last = -1;

    Builder(int maxDoc) {
      having = new FixedBitSet(maxDoc);
    }

    @Override
    public void take(int doc, int ordinal) {
      if (doc != last) {
        last = doc;
        having.set(doc);
        starts = ArrayUtil.grow(starts, documents + 2);
        starts[documents++] = size;
      }
      ordinals = ArrayUtil.grow(ordinals, size + 1);
      ordinals[size++] = ordinal;
    }

    ListColumn build() {
      starts[documents] = size;
      return new ListColumn(
          having,
          size == documents ? null : Arrays.copyOf(starts, documents + 1),
          Arrays.copyOf(ordinals, size));
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
  public void each(int doc, IntConsumer taker) {
    if (having.get(doc)) {
      int word = doc >> 6;
      long before = having.getBits()[word] & (1L << doc) - 1;
      int document = ranks[word] + Long.bitCount(before);
      if (starts == null) {
        taker.accept(ordinals[document]);
      } else {
        for (int at = starts[document]; at < starts[document + 1]; at++) {
          taker.accept(ordinals[at]);
        }
      }
    }
  }

  private int countFew(int[] docs, int size, int[] places, Tally tally) {
    long[] with = having.getBits();
    int documents = 0;
    for (int i = 0; i < size; i++) {
      int word = docs[i] >> 6;
      long bit = 1L << docs[i];
      if ((with[word] & bit) != 0) {
        documents++;
        add(ranks[word] + Long.bitCount(with[word] & bit - 1), places, tally);
      }
    }
    return documents;
  }

  private int countMany(FixedBitSet hits, int[] places, Tally tally) {
    long[] found = hits.getBits();
    long[] with = having.getBits();
    int documents = 0;
    for (int i = 0; i < found.length; i++) {
      long both = found[i] & with[i];
      documents += Long.bitCount(both);
      for (long left = both; left != 0; left &= left - 1) {
        add(ranks[i] + Long.bitCount(with[i] & (left & -left) - 1), places, tally);
      }
    }
    return documents;
  }

  private void add(int document, int[] places, Tally tally) {
    if (starts == null) {
      tally.add(places[ordinals[document]], 1);
    } else {
      for (int at = starts[document]; at < starts[document + 1]; at++) {
        tally.add(places[ordinals[at]], 1);
      }
    }
  }
}
