package org.onrecord.backend.lucene.query;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one segment: a list while they are few, else a set of bits, so that neither finding
 * nor counting few takes time for all. For one thread.
 */
public final class SegmentHits {
  /** One in so many documents, as a power of two, is few. */
  private static final int FEW = 5;

  private final int maxDoc;

  /** In ascending order; its first {@link #size} where they are few, else empty. */
  private int[] list = new int[16];

  private int size;

  /** Null where they are few. */
  private @Nullable FixedBitSet bits;

  SegmentHits(int maxDoc) {
    this.maxDoc = maxDoc;
  }

  /** Adds one after all that are there. */
  void add(int doc) {
    FixedBitSet set = bits;
    if (set != null) {
      set.set(doc);
      size = -1;
    } else if (size <= maxDoc >>> FEW) {
      if (size == list.length) {
        list = ArrayUtil.grow(list, size + 1);
      }
      list[size++] = doc;
    } else {
      asBits().set(doc);
      size = -1;
    }
  }

  /** Adds some after all that are there. */
  void add(int[] docs, int length) {
    for (int i = 0; i < length; i++) {
      add(docs[i]);
    }
  }

  /** Adds all from one to before another, after all that are there. */
  void addRange(int min, int max) {
    asBits().set(min, max);
    size = -1;
  }

  private FixedBitSet asBits() {
    FixedBitSet set = bits;
    if (set == null) {
      set = new FixedBitSet(Math.max(1, maxDoc));
      for (int i = 0; i < size; i++) {
        set.set(list[i]);
      }
      bits = set;
      list = new int[0];
    }
    return set;
  }

  SegmentHits copy() {
    SegmentHits copy = new SegmentHits(maxDoc);
    copy.list = bits == null ? Arrays.copyOf(list, size) : list;
    copy.size = size;
    copy.bits = bits == null ? null : bits.clone();
    return copy;
  }

  /** How many there are. */
  public int count() {
    if (size < 0) {
      size = bits == null ? 0 : bits.cardinality();
    }
    return size;
  }

  public boolean contains(int doc) {
    return bits == null ? Arrays.binarySearch(list, 0, size, doc) >= 0 : bits.get(doc);
  }

  /** All of them, where they are many; null where they are few. Not to be changed. */
  public @Nullable FixedBitSet bits() {
    if (bits != null && count() <= maxDoc >>> FEW) {
      int[] few = new int[size];
      int at = 0;
      long[] words = bits.getBits();
      for (int i = 0; i < words.length; i++) {
        for (long left = words[i]; left != 0; left &= left - 1) {
          few[at++] = (i << 6) + Long.numberOfTrailingZeros(left);
        }
      }
      list = few;
      bits = null;
    }
    return bits;
  }

  /**
   * Where they are few, an array that begins with all {@link #count} of them in ascending order.
   * Not to be changed.
   */
  public int[] list() {
    return list;
  }

  /** One after the other, in ascending order. */
  public DocIdSetIterator iterator() {
    FixedBitSet many = bits();
    return many == null ? new ListIterator(list, size) : new BitSetIterator(many, count());
  }

  void retain(SegmentHits others) {
    FixedBitSet these = others.bits;
    if (bits != null && these != null) {
      bits.and(these);
      size = -1;
    } else if (bits == null) {
      retainIf(others::contains);
    } else {
      FixedBitSet set = bits;
      list = Arrays.copyOf(others.list, others.size);
      size = others.size;
      bits = null;
      retainIf(set::get);
    }
  }

  void remove(FixedBitSet these) {
    if (bits != null) {
      bits.andNot(these);
      size = -1;
    } else {
      retainIf(doc -> !these.get(doc));
    }
  }

  void retainIf(IntPredicate passes) {
    if (bits == null) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (passes.test(list[i])) {
          list[kept++] = list[i];
        }
      }
      size = kept;
      return;
    }
    long[] words = bits.getBits();
    for (int i = 0; i < words.length; i++) {
      for (long left = words[i]; left != 0; left &= left - 1) {
        if (!passes.test((i << 6) + Long.numberOfTrailingZeros(left))) {
          words[i] &= ~(left & -left);
        }
      }
    }
    size = -1;
  }

  /** One after the other of a list. */
  private static final class ListIterator extends DocIdSetIterator {
    private final int[] docs;
    private final int size;
    private int next;
    private int doc = -1;

    ListIterator(int[] docs, int size) {
      this.docs = docs;
      this.size = size;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      doc = next < size ? docs[next++] : NO_MORE_DOCS;
      return doc;
    }

    @Override
    public int advance(int target) {
      int found = target == NO_MORE_DOCS ? size : Arrays.binarySearch(docs, next, size, target);
      next = found < 0 ? -found - 1 : found;
      return nextDoc();
    }

    @Override
    public int intoArray(int upTo, int[] array) {
      int count = 0;
      while (doc < upTo && count < array.length) {
        array[count++] = doc;
        nextDoc();
      }
      return count;
    }

    @Override
    public long cost() {
      return size;
    }
  }
}
