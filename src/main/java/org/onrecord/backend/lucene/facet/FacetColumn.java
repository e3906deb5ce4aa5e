package org.onrecord.backend.lucene.facet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.query.SegmentHits;
import org.onrecord.schema.Facet;

/**
 * The values of one facet in one segment, in memory: which documents have one, and their values by
 * the segment's ordinals. A document that has none costs two bits, another four bytes a value, and
 * four more where some document has several. Where there are few values, each is a set of bits too.
 * Immutable, safe for use by several threads.
 */
final class FacetColumn {
  /** Up to so many values are counted by intersecting sets of bits. */
  private static final int FEW = 16;

  private final FixedBitSet having;

  /** By word of {@code having}, how many documents before it have a value. */
  private final int[] ranks;

  /** By the number of a document that has values, where they begin; null where each has one. */
  private final int @Nullable [] starts;

  private final int[] ordinals;

  /** By ordinal, what has it; empty where there are many values. */
  private final FixedBitSet[] sets;

  private FacetColumn(FixedBitSet having, int @Nullable [] starts, int[] ordinals, int values) {
    this.having = having;
    this.starts = starts;
    this.ordinals = ordinals;
    this.ranks = ranks(having);
    this.sets = values <= FEW ? sets(values) : new FixedBitSet[0];
  }

  private static int[] ranks(FixedBitSet having) {
    long[] words = having.getBits();
    int[] ranks = new int[words.length];
    int before = 0;
    for (int i = 0; i < words.length; i++) {
      ranks[i] = before;
      before += Long.bitCount(words[i]);
    }
    return ranks;
  }

  private FixedBitSet[] sets(int count) {
    FixedBitSet[] all = new FixedBitSet[count];
    Arrays.setAll(all, _ -> new FixedBitSet(having.length()));
    int document = 0;
    for (int doc = having.nextSetBit(0);
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc =
            doc + 1 < having.length()
                ? having.nextSetBit(doc + 1)
                : DocIdSetIterator.NO_MORE_DOCS) {
      for (int i = from(document); i < to(document); i++) {
        all[ordinals[i]].set(doc);
      }
      document++;
    }
    return all;
  }

  /** Reads a segment; what stands for the facet as a whole is no value. */
  static FacetColumn of(LeafReader reader, Facet facet) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(reader, FacetFields.field(facet));
    long whole =
        values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet.label(), new String[0])));
    FixedBitSet having = new FixedBitSet(Math.max(1, reader.maxDoc()));
    int[] starts = new int[64];
    int[] ordinals = new int[64];
    int documents = 0;
    int size = 0;
    boolean single = true;
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int before = size;
      for (int i = values.docValueCount(); i > 0; i--) {
        long ordinal = values.nextOrd();
        if (ordinal != whole) {
          ordinals = ArrayUtil.grow(ordinals, size + 1);
          ordinals[size++] = (int) ordinal;
        }
      }
      if (size > before) {
        having.set(values.docID());
        starts = ArrayUtil.grow(starts, documents + 2);
        starts[documents++] = before;
        starts[documents] = size;
        single &= size - before == 1;
      }
    }
    return new FacetColumn(
        having,
        single ? null : Arrays.copyOf(starts, documents + 1),
        Arrays.copyOf(ordinals, size),
        (int) values.getValueCount());
  }

  private int from(int document) {
    return starts == null ? document : starts[document];
  }

  private int to(int document) {
    return starts == null ? document + 1 : starts[document + 1];
  }

  /**
   * Counts every value of the hits of a segment; gives back how many of them have one.
   *
   * @param places by ordinal, where it is counted
   */
  int count(SegmentHits hits, int[] places, Tally tally) {
    FixedBitSet many = hits.bits();
    if (many == null) {
      return countFew(hits.list(), hits.count(), places, tally);
    }
    return sets.length > 0 ? countSets(many, places, tally) : countAll(many, places, tally);
  }

  private int countSets(FixedBitSet found, int[] places, Tally tally) {
    for (int ordinal = 0; ordinal < sets.length; ordinal++) {
      int count = (int) FixedBitSet.intersectionCount(found, sets[ordinal]);
      if (count > 0) {
        tally.add(places[ordinal], count);
      }
    }
    return (int) FixedBitSet.intersectionCount(found, having);
  }

  private int countFew(int[] few, int size, int[] places, Tally tally) {
    long[] with = having.getBits();
    int documents = 0;
    for (int i = 0; i < size; i++) {
      int doc = few[i];
      int word = doc >> 6;
      if ((with[word] & 1L << doc) != 0) {
        documents++;
        add(ranks[word] + Long.bitCount(with[word] & (1L << doc) - 1), places, tally);
      }
    }
    return documents;
  }

  private int countAll(FixedBitSet found, int[] places, Tally tally) {
    long[] hits = found.getBits();
    long[] with = having.getBits();
    int documents = 0;
    for (int i = 0; i < hits.length; i++) {
      long both = hits[i] & with[i];
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
