package org.onrecord.backend.lucene.facet;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Counts of values by their places, and one place more, for what has no value. What was counted is
 * remembered, so that neither making one nor reading it takes time for values that no hit has. For
 * one thread; closing it lets its memory be used again.
 */
final class Tally implements AutoCloseable {
  /** Where no value is counted there was something before, so that its place is not remembered. */
  private static final int BEFORE = 1 << 30;

  private final Pool pool;
  private final Memory memory;
  private final int none;
  private int size;

  private Tally(Pool pool, Memory memory, int none) {
    this.pool = pool;
    this.memory = memory;
    this.none = none;
    memory.counts[none] = BEFORE;
  }

  /**
   * What a tally works with.
   *
   * @param counts by place; 0 between tallies
   * @param counted the places with a count, as many as the tally's size
   */
  private record Memory(int[] counts, int[] counted) {
    Memory(int places) {
      this(new int[places + 1], new int[places + 1]);
    }
  }

  /** Gives out tallies. Safe for use by several threads. */
  static final class Pool {
    /** How many arrays are kept, about one for each request at a time on a small machine. */
    private static final int MOST = 8;

    private final Queue<Memory> free = new ConcurrentLinkedQueue<>();

    /** An empty one with so many places. */
    Tally tally(int places) {
      Memory known = free.poll();
      return new Tally(
          this, known != null && known.counts.length > places ? known : new Memory(places), places);
    }

    private void back(Memory memory) {
      if (free.size() < MOST) {
        free.add(memory);
      }
    }
  }

  void add(int place, int more) {
    int before = memory.counts[place];
    memory.counts[place] = before + more;
    if (before == 0) {
      memory.counted[size++] = place;
    }
  }

  /** Counts the values that documents have, one each. */
  final class Adding {
    private final int[] counts = memory.counts;
    private final int[] counted = memory.counted;
    private final int[] places;
    private int next = size;

    /**
     * Counts values.
     *
     * @param places by ordinal, where it is counted
     */
    Adding(int[] places) {
      this.places = places;
    }

    /** Without a branch: whether a value comes for the first time cannot be foretold. */
    void add(int ordinal) {
      int place = places[ordinal];
      int before = counts[place];
      counts[place] = before + 1;
      counted[next] = place;
      next += before == 0 ? 1 : 0;
    }

    void end() {
      size = next;
    }
  }

  int of(int place) {
    return memory.counts[place];
  }

  /** How often something without a value was counted. */
  int none() {
    return memory.counts[none] - BEFORE;
  }

  /** The places with a count, in no order. */
  int[] counted() {
    return Arrays.copyOf(memory.counted, size);
  }

  int size() {
    return size;
  }

  @Override
  public void close() {
    for (int i = 0; i < size; i++) {
      memory.counts[memory.counted[i]] = 0;
    }
    memory.counts[none] = 0;
    size = 0;
    pool.back(memory);
  }
}
