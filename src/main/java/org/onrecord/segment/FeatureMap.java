package org.onrecord.segment;

import java.util.Map;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * What each feature of a maximum-entropy model says, by a 64-bit hash of the feature's text: a
 * table of open addressing, at most half full. A text need not be put together to be looked up: its
 * hash goes on from that of its beginning. Immutable and thread-safe.
 */
final class FeatureMap {
  /** The hash of an empty text (FNV-1a, with characters for bytes). */
  static final long EMPTY = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final @Nullable Context[] values;

  FeatureMap(Map<String, Context> features) {
    int capacity = Integer.highestOneBit(Math.max(8, features.size() * 2) - 1) << 1;
    keys = new long[capacity];
    values = new Context[capacity];
    features.forEach(this::put);
  }

  private void put(String feature, Context value) {
    long key = extend(EMPTY, feature, 0, feature.length());
    int slot = slot(key);
    if (values[slot] != null) {
      throw new IllegalStateException("two features have the hash of " + feature);
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /** The hash of a text that goes on with part of another. */
  static long extend(long hash, String text, int from, int end) {
    long extended = hash;
    for (int i = from; i < end; i++) {
      extended = (extended ^ text.charAt(i)) * PRIME;
    }
    return extended;
  }

  /** The hash of a text that goes on with another. */
  static long extend(long hash, String text) {
    return extend(hash, text, 0, text.length());
  }

  /** What the feature with a hash says; null where the model has none. */
  @Nullable Context get(long key) {
    return values[slot(key)];
  }

  /** Where the key is, or the empty slot where it would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * SPREAD >>> 40) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
