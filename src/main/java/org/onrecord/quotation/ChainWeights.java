package org.onrecord.quotation;

import java.util.Arrays;

/**
 * The weights of a chain's features by their 64-bit hashes, laid out to be read fast. A feature's
 * hash gives the one place where it can be, without a search: a perfect hash by displacement
 * (Belazzougui, Botelho and Dietzfelbinger, 2009). All that is known of it stands together there,
 * so that a feature costs memory one visit, which is what takes the time.
 *
 * <p>Two arrays: a displacement for each bucket of two to four features, which says where they are;
 * and rows of {@link #ROW} ints, one a place: the lower half of the feature's hash, its weight with
 * each label, as the bits of a float, and the upper half. Some rows are empty: the hash there is
 * one that belongs elsewhere. Immutable and thread-safe.
 */
public final class ChainWeights {
  /** How many labels a chain has. */
  public static final int LABELS = 9;

  /** Ints of a place: a hash, and a weight for each label. */
  private static final int ROW = 2 + LABELS;

  private static final int MOST_DISPLACED = Character.MAX_VALUE;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final long MIX = 0xBF58476D1CE4E5B9L;

  private final char[] displacements;

  /** By how much a hash is shifted to give its bucket. */
  private final int shift;

  private final int places;
  private final int[] rows;

  /**
   * Lays out the weights of features.
   *
   * @param features the features; its numbers are those of the rows
   * @param weights the weight of feature f with label l at {@code f * LABELS + l}
   */
  public ChainWeights(FeatureIndex features, float[] weights) {
    long[] hashes = features.keys();
    if (weights.length != hashes.length * LABELS) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + hashes.length + " features of " + LABELS + " labels");
    }
    int buckets = Integer.highestOneBit(hashes.length / 2 | 2);
    displacements = new char[buckets];
    shift = Long.SIZE - Integer.numberOfTrailingZeros(buckets);
    int size = hashes.length + hashes.length / 16 + 2;
    int[] numbers = placed(hashes, size);
    while (numbers.length == 0) {
      size += size / 8 + 1;
      numbers = placed(hashes, size);
    }
    places = size;
    rows = new int[places * ROW];
    for (int place = 0; place < places; place++) {
      int number = numbers[place] - 1;
      setKey(place, number < 0 ? elsewhere(place) : hashes[number]);
      for (int l = 0; l < LABELS && number >= 0; l++) {
        rows[place * ROW + 1 + l] = Float.floatToRawIntBits(weights[number * LABELS + l]);
      }
    }
  }

  private void setKey(int place, long key) {
    rows[place * ROW] = (int) key;
    rows[place * ROW + ROW - 1] = (int) (key >>> 32);
  }

  /**
   * Adds up what a token's features say for each label, in their order.
   *
   * @param found the features' hashes
   * @param count how many of them count
   * @param scores holds the token's row of scores
   * @param row where it begins
   */
  public void addTo(long[] found, int count, float[] scores, int row) {
    float s0 = scores[row];
    float s1 = scores[row + 1];
    float s2 = scores[row + 2];
    float s3 = scores[row + 3];
    float s4 = scores[row + 4];
    float s5 = scores[row + 5];
    float s6 = scores[row + 6];
    float s7 = scores[row + 7];
    float s8 = scores[row + 8];
    for (int k = 0; k < count; k++) {
      long key = found[k];
      int at = place(key, displacements[bucket(key)], places) * ROW;
      if (rows[at] == (int) key && rows[at + ROW - 1] == (int) (key >>> 32)) {
        s0 += Float.intBitsToFloat(rows[at + 1]);
        s1 += Float.intBitsToFloat(rows[at + 2]);
        s2 += Float.intBitsToFloat(rows[at + 3]);
        s3 += Float.intBitsToFloat(rows[at + 4]);
        s4 += Float.intBitsToFloat(rows[at + 5]);
        s5 += Float.intBitsToFloat(rows[at + 6]);
        s6 += Float.intBitsToFloat(rows[at + 7]);
        s7 += Float.intBitsToFloat(rows[at + 8]);
        s8 += Float.intBitsToFloat(rows[at + 9]);
      }
    }
    scores[row] = s0;
    scores[row + 1] = s1;
    scores[row + 2] = s2;
    scores[row + 3] = s3;
    scores[row + 4] = s4;
    scores[row + 5] = s5;
    scores[row + 6] = s6;
    scores[row + 7] = s7;
    scores[row + 8] = s8;
  }

  private int bucket(long key) {
    return (int) (key * SPREAD >>> shift);
  }

  /** Where among so many places a displacement puts a hash. */
  private static int place(long key, int displacement, int places) {
    long spread = key * SPREAD;
    return (int) (((spread ^ spread >>> 29) * (MIX + 2L * displacement) >>> 32) * places >>> 32);
  }

  /** A hash whose place is another one. */
  private long elsewhere(int place) {
    long key = 0;
    while (place(key, displacements[bucket(key)], places) == place) {
      key++;
    }
    return key;
  }

  /**
   * Finds a displacement for each bucket, the fullest first, so that no two features share a place.
   *
   * @return the number, from 1, of the feature at each place, 0 for none; empty if there is no way
   */
  private int[] placed(long[] hashes, int size) {
    int buckets = displacements.length;
    int[] ends = new int[buckets + 1];
    for (long hash : hashes) {
      ends[bucket(hash) + 1]++;
    }
    int fullest = Arrays.stream(ends).max().orElse(0);
    for (int b = 0; b < buckets; b++) {
      ends[b + 1] += ends[b];
    }
    int[] starts = ends.clone();
    int[] members = new int[hashes.length];
    for (int f = 0; f < hashes.length; f++) {
      members[starts[bucket(hashes[f])]++] = f;
    }
    int[] numbers = new int[size];
    for (int held = fullest; held > 0; held--) {
      for (int b = 0; b < buckets; b++) {
        if (ends[b + 1] - ends[b] == held
            && !placeBucket(b, hashes, members, ends[b], ends[b + 1], numbers)) {
          return new int[0];
        }
      }
    }
    return numbers;
  }

  private boolean placeBucket(
      int bucket, long[] hashes, int[] members, int first, int end, int[] numbers) {
    for (int displacement = 0; displacement <= MOST_DISPLACED; displacement++) {
      int k = first;
      while (k < end) {
        int place = place(hashes[members[k]], displacement, numbers.length);
        if (numbers[place] != 0) {
          break;
        }
        numbers[place] = members[k] + 1;
        k++;
      }
      if (k == end) {
        displacements[bucket] = (char) displacement;
        return true;
      }
      while (--k >= first) {
        numbers[place(hashes[members[k]], displacement, numbers.length)] = 0;
      }
    }
    return false;
  }
}
