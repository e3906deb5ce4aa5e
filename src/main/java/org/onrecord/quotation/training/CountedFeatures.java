package org.onrecord.quotation.training;

import java.util.Arrays;
import org.onrecord.quotation.FeatureIndex;

/** The features of examples, of which those are learnt from that enough examples have. */
final class CountedFeatures {
  private final FeatureIndex index = new FeatureIndex(1 << 14);
  private int[] seen = new int[1 << 14];

  /** The numbers of features, in their order. */
  int[] numbered(long[] features) {
    return Arrays.stream(features).mapToInt(index::add).toArray();
  }

  /** Counts features as seen once more. */
  void count(int[] numbers) {
    for (int number : numbers) {
      add(number, 1);
    }
  }

  /** Takes features that another model has as seen that often. */
  void start(long[] features, int times) {
    for (int number : numbered(features)) {
      add(number, times);
    }
  }

  private void add(int number, int times) {
    if (number >= seen.length) {
      seen = Arrays.copyOf(seen, Math.max(number + 1, seen.length * 2));
    }
    seen[number] += times;
  }

  /**
   * Those that were seen often enough, numbered anew.
   *
   * @param features in the order in which they were met first
   * @param renumbered by the number that each had; -1 for what is left out
   */
  record Kept(FeatureIndex features, int[] renumbered) {
    /** An example's features by their new numbers. */
    int[] of(int[] numbers) {
      return Arrays.stream(numbers).map(f -> renumbered[f]).filter(f -> f >= 0).toArray();
    }
  }

  /**
   * Leaves out what is rare.
   *
   * @param cutoff what was seen less often
   */
  Kept kept(int cutoff) {
    FeatureIndex features = new FeatureIndex(1 << 12);
    long[] keys = index.keys();
    int[] renumbered = new int[keys.length];
    for (int f = 0; f < keys.length; f++) {
      renumbered[f] = seen[f] >= cutoff ? features.add(keys[f]) : -1;
    }
    return new Kept(features, renumbered);
  }

  /** Weights as models keep them. */
  static float[] floats(double[] weights) {
    float[] floats = new float[weights.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = (float) weights[k];
    }
    return floats;
  }
}
