package org.onrecord.backend.lucene.facet;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.util.ArrayUtil;

/**
 * Counts of values by their places. What was counted is remembered, so that neither making one nor
 * reading it takes time for values that no hit has. For one thread; closing it lets its memory be
 * used again.
 */
final class Tally implements AutoCloseable {
  private final Pool pool;
  private final int[] counts;
  private int[] counted = new int[64];
  private int size;

  private Tally(Pool pool, int[] counts) {
    this.pool = pool;
    this.counts = counts;
  }

  /** Gives out tallies. Safe for use by several threads. */
  static final class Pool {
    /** How many arrays are kept, about one for each facet of each of some requests at a time. */
    private static final int MOST = 16;

    private final Queue<int[]> free = new ConcurrentLinkedQueue<>();

    /** An empty one with so many places. */
    Tally tally(int places) {
      int[] counts = free.poll();
      return new Tally(this, counts != null && counts.length >= places ? counts : new int[places]);
    }

    private void back(int[] counts) {
      if (free.size() < MOST) {
        free.add(counts);
      }
    }
  }

  void add(int place, int more) {
    int before = counts[place];
    counts[place] = before + more;
    if (before == 0) {
      if (size == counted.length) {
        counted = ArrayUtil.grow(counted, size + 1);
      }
      counted[size++] = place;
    }
  }

  int of(int place) {
    return counts[place];
  }

  /** The places with a count, in no order. */
  int[] counted() {
    return Arrays.copyOf(counted, size);
  }

  int size() {
    return size;
  }

  @Override
  public void close() {
    for (int i = 0; i < size; i++) {
      counts[counted[i]] = 0;
    }
    size = 0;
    pool.back(counts);
  }
}
