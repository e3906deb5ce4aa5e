package org.onrecord.registry;

import java.util.Arrays;

/**
 * Numbers filed under keys, several under one, in the order in which they were filed. Of a key only
 * a hash of 64 bits is kept, in arrays instead of a map of strings, because a registry has a
 * hundred thousand keys and is read at every start; that two different keys have one hash is not to
 * be expected in the lifetime of an archive. Filled once, then only read, then safe for several
 * threads.
 */
final class KeyTable {
  /** What the hash of no characters is, before its {@link #end}. */
  static final long SEED = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final int NONE = -1;

  private long[] hashes;
  private int[] first;
  private int[] last;
  private int keys;
  private int[] values;
  private int[] next;
  private int size;

  /**
   * An empty table.
   *
   * @param expected about how many numbers will be filed
   */
  KeyTable(int expected) {
    int slots = Integer.highestOneBit(Math.max(8, expected) * 2 - 1) << 1;
    hashes = new long[slots];
    first = filled(slots);
    last = new int[slots];
    values = new int[Math.max(8, expected)];
    next = new int[values.length];
  }

  /** The hash with one more character (FNV-1a, in 64 bits). */
  static long step(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** The finished hash. */
  static long end(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 29);
  }

  /** The hash with some more characters. */
  static long step(long hash, String more) {
    long longer = hash;
    for (int i = 0; i < more.length(); i++) {
      longer = step(longer, more.charAt(i));
    }
    return longer;
  }

  static long hash(String key) {
    return end(step(SEED, key));
  }

  void add(long hash, int value) {
    if (keys * 2 >= hashes.length) {
      grow();
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
      next = Arrays.copyOf(next, size * 2);
    }
    values[size] = value;
    next[size] = NONE;
    int slot = slot(hash);
    if (first[slot] == NONE) {
      hashes[slot] = hash;
      first[slot] = size;
      keys++;
    } else {
      next[last[slot]] = size;
    }
    last[slot] = size++;
  }

  /** The place of the first number of a key, to be read by {@link #value}; -1 if there is none. */
  int find(long hash) {
    return first[slot(hash)];
  }

  int value(int place) {
    return values[place];
  }

  /** The place of the key's next number; -1 if there is none. */
  int next(int place) {
    return next[place];
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (first[slot] != NONE && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldFirst = first;
    int[] oldLast = last;
    hashes = new long[oldHashes.length * 2];
    first = filled(hashes.length);
    last = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldFirst[i] != NONE) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        first[slot] = oldFirst[i];
        last[slot] = oldLast[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }
}
