package org.onrecord.quotation;

import java.util.Arrays;

/**
 * From a feature's 64-bit hash to its number: an open-addressing table. Not thread-safe while it is
 * being filled.
 */
public final class FeatureIndex {
  private static final int NONE = -1;

  private long[] keys;
  private int[] numbers;
  private int size;

  public FeatureIndex(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected * 2) - 1) << 1;
    keys = new long[capacity];
    numbers = new int[capacity];
    Arrays.fill(numbers, NONE);
  }

  public int size() {
    return size;
  }

  /** The number of a feature, or -1. */
  public int find(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (numbers[slot] != NONE) {
      if (keys[slot] == key) {
        return numbers[slot];
      }
      slot = slot + 1 & mask;
    }
    return NONE;
  }

  /** The number of a feature, which is given the next one if it is new. */
  public int add(long key) {
    int found = find(key);
    if (found != NONE) {
      return found;
    }
    if (2 * size >= keys.length) {
      grow();
    }
    put(key, size);
    return size++;
  }

  /** The features' hashes by their number. */
  public long[] keys() {
    long[] byNumber = new long[size];
    for (int slot = 0; slot < keys.length; slot++) {
      if (numbers[slot] != NONE) {
        byNumber[numbers[slot]] = keys[slot];
      }
    }
    return byNumber;
  }

  private void put(long key, int number) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (numbers[slot] != NONE) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    numbers[slot] = number;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    Arrays.fill(numbers, NONE);
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldNumbers[slot] != NONE) {
        put(oldKeys[slot], oldNumbers[slot]);
      }
    }
  }
}
