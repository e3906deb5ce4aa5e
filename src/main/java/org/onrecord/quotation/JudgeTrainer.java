package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link ContentJudge}: logistic regression with an L2 penalty by AdaGrad (Duchi et al.,
 * 2011). The same examples in the same order give the same weights.
 */
final class JudgeTrainer {
  private static final int EPOCHS = 4;
  private static final double RATE = 0.05;
  private static final double PENALTY = 3e-3;

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

  /** A trainer that goes on from another judge: it begins with that one's features and weights. */
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

  ContentJudge train(long seed) {
    float[] weights =
        start == null ? new float[index.size()] : Arrays.copyOf(start.weights, index.size());
    double[] squares = new double[weights.length];
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(example -> learn(example, weights, squares));
    }
    return kept(weights);
  }

  private void learn(Example example, float[] weights, double[] squares) {
    double sum = 0;
    for (int feature : example.features()) {
      sum += seen[feature] < CUTOFF ? 0 : weights[feature];
    }
    double error = (example.quotation() ? 1 : 0) - ContentJudge.logistic(sum);
    for (int feature : example.features()) {
      if (seen[feature] >= CUTOFF) {
        double gradient = error - PENALTY * weights[feature];
        squares[feature] += gradient * gradient;
        weights[feature] += (float) (RATE * gradient / Math.sqrt(squares[feature] + 1e-6));
      }
    }
  }

  private ContentJudge kept(float[] weights) {
    FeatureIndex features = new FeatureIndex(1 << 12);
    long[] keys = index.keys();
    float[] kept = new float[weights.length];
    for (int f = 0; f < weights.length; f++) {
      if (seen[f] >= CUTOFF) {
        kept[features.add(keys[f])] = weights[f];
      }
    }
    return new ContentJudge(features, Arrays.copyOf(kept, features.size()));
  }
}
