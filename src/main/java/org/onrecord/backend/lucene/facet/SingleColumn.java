package org.onrecord.backend.lucene.facet;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.backend.lucene.query.SegmentHits;

/** A facet of which a document has one value at the most: four bytes each. */
final class SingleColumn implements FacetColumn {
  private static final int NONE = -1;

  private final int[] ordinals;

  private SingleColumn(int[] ordinals) {
    this.ordinals = ordinals;
  }

  /** For one thread. */
  static final class Builder implements Taker {
    private final int[] ordinals;

    Builder(int documents) {
      ordinals = new int[documents];
      Arrays.fill(ordinals, NONE);
    }

    @Override
    public void take(int doc, int ordinal) {
      ordinals[doc] = ordinal;
    }

    SingleColumn build() {
      return new SingleColumn(ordinals);
    }
  }

  /** An article's documents lie side by side and have one value: runs are counted at once. */
  @Override
  public int count(SegmentHits hits, int[] places, Tally tally) {
    FixedBitSet many = hits.bits();
    Run run = new Run(places, tally);
    if (many == null) {
      int[] list = hits.list();
      for (int i = 0; i < hits.count(); i++) {
        run.next(ordinals[list[i]]);
      }
    } else {
      long[] words = many.getBits();
      for (int i = 0; i < words.length; i++) {
        for (long left = words[i]; left != 0; left &= left - 1) {
          run.next(ordinals[(i << 6) + Long.numberOfTrailingZeros(left)]);
        }
      }
    }
    run.end();
    return run.documents;
  }

  @Override
  public void each(int doc, IntConsumer taker) {
    if (ordinals[doc] != NONE) {
      taker.accept(ordinals[doc]);
    }
  }

  /** Hits with one value that come one after the other. */
  private static final class Run {
    private final int[] places;
    private final Tally tally;
    private int ordinal = NONE;
    private int length;
    private int documents;

    Run(int[] places, Tally tally) {
      this.places = places;
      this.tally = tally;
    }

    void next(int another) {
      if (another != ordinal) {
        end();
        ordinal = another;
      }
      length++;
    }

    void end() {
      if (ordinal != NONE && length > 0) {
        tally.add(places[ordinal], length);
        documents += length;
      }
      length = 0;
    }
  }
}
