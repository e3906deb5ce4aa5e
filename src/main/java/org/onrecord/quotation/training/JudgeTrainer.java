package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.ContentJudge;
import org.onrecord.quotation.FeatureIndex;

/**
 * Trains a {@link ContentJudge}: logistic regression with an L2 penalty. The same examples give the
 * same weights.
 */
final class JudgeTrainer {
  private static final double PENALTY = 12;

  /** What fewer units have is left out. */
  private static final int CUTOFF = 10;

  /** A unit's features and whether it is a quotation. */
  private record Example(int[] features, boolean quotation) {}

  private final FeatureIndex index = new FeatureIndex(1 << 14);
  private final List<Example> examples = new ArrayList<>();
  private final @Nullable ContentJudge start;
  private int[] seen = new int[1 << 14];

  JudgeTrainer() {
    this(null);
  }

  /**
   * A trainer that goes on from another judge: it begins with that one's features, and the penalty
   * is on the distance from its weights.
   */
  JudgeTrainer(@Nullable ContentJudge start) {
    this.start = start;
    if (start != null) {
      for (long key : start.features.keys()) {
        index.add(key);
      }
      seen = Arrays.copyOf(seen, Math.max(seen.length, index.size()));
      Arrays.fill(seen, 0, index.size(), CUTOFF);
    }
  }

  void add(long[] features, boolean quotation) {
    int[] numbers = new int[features.length];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = index.add(features[k]);
      if (numbers[k] >= seen.length) {
        seen = Arrays.copyOf(seen, seen.length * 2);
      }
      seen[numbers[k]]++;
    }
    examples.add(new Example(numbers, quotation));
  }

  ContentJudge train() {
    FeatureIndex features = new FeatureIndex(1 << 12);
    long[] keys = index.keys();
    int[] renumbered = new int[keys.length];
    for (int f = 0; f < keys.length; f++) {
      renumbered[f] = seen[f] >= CUTOFF ? features.add(keys[f]) : -1;
    }
    LogisticFit fit = new LogisticFit(PENALTY);
    for (Example example : examples) {
      int[] kept =
          Arrays.stream(example.features()).map(f -> renumbered[f]).filter(f -> f >= 0).toArray();
      fit.add(new int[][] {{}, kept}, example.quotation() ? 1 : 0);
    }
    return new ContentJudge(features, floats(fit.fit(startingWeights(features.size()))));
  }

  private double[] startingWeights(int size) {
    double[] weights = new double[size];
    for (int k = 0; start != null && k < start.weights.length; k++) {
      weights[k] = start.weights[k];
    }
    return weights;
  }

  static float[] floats(double[] weights) {
    float[] floats = new float[weights.length];
    for (int k = 0; k < floats.length; k++) {
      floats[k] = (float) weights[k];
    }
    return floats;
  }
}
