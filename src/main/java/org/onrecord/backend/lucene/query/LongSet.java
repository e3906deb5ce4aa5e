package org.onrecord.backend.lucene.query;

import java.util.Arrays;

/**
 * A set of numbers in about sixteen bytes each, by open addressing. They should be spread evenly,
 * as hashes are.
 */
public final class LongSet {
  private long[] slots = new long[16];
  private int size;
  private boolean hasZero;

  /** One number for two, as good as unique (the mixing of SplitMix64). */
  public static long mixed(long one, long other) {
    long z = one + (other + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Whether the number was not yet in it. */
  public boolean add(long number) {
    if (number == 0) {
      boolean first = !hasZero;
      hasZero = true;
      return first;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    int slot = slot(number);
    if (slots[slot] == number) {
      return false;
    }
    slots[slot] = number;
    size++;
    return true;
  }

  /** Whether the number is in it. */
  public boolean contains(long number) {
    return number == 0 ? hasZero : slots[slot(number)] == number;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return size == 0 && !hasZero;
  }

  /** Where the number is, or may be put. */
  private int slot(long number) {
    int slot = (int) number & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[Math.multiplyExact(old.length, 2)];
    Arrays.stream(old)
        .filter(number -> number != 0)
        .forEach(number -> slots[slot(number)] = number);
  }
}
