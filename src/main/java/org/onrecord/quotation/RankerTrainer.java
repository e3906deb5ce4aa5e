package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Trains a {@link SourceRanker} as an averaged perceptron over the candidates of each unit. */
final class RankerTrainer {
  /** The features of each answer to one unit, and which of them is right. */
  private record Example(int[][] answers, int right) {}

  private static final int EPOCHS = 12;

  private final FeatureIndex index = new FeatureIndex(1 << 14);
  private final List<Example> examples = new ArrayList<>();

  /**
   * One unit: the features of each answer (the first is that there is none) and the number of the
   * right one.
   */
  void add(List<long[]> answers, int right) {
    int[][] numbered = new int[answers.size()][];
    for (int a = 0; a < numbered.length; a++) {
      long[] found = answers.get(a);
      numbered[a] = new int[found.length];
      for (int k = 0; k < found.length; k++) {
        numbered[a][k] = index.add(found[k]);
      }
    }
    examples.add(new Example(numbered, right));
  }

  SourceRanker train(long seed) {
    float[] weights = new float[index.size()];
    double[] sums = new double[weights.length];
    Random random = new Random(seed);
    List<Example> order = new ArrayList<>(examples);
    double step = 1;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        int guess = best(example, weights);
        if (guess != example.right()) {
          move(example.answers()[example.right()], 1, step, weights, sums);
          move(example.answers()[guess], -1, step, weights, sums);
        }
        step++;
      }
    }
    for (int w = 0; w < weights.length; w++) {
      weights[w] -= (float) (sums[w] / step);
    }
    return new SourceRanker(index, weights);
  }

  private static int best(Example example, float[] weights) {
    int best = 0;
    float top = Float.NEGATIVE_INFINITY;
    for (int a = 0; a < example.answers().length; a++) {
      float score = 0;
      for (int feature : example.answers()[a]) {
        score += weights[feature];
      }
      if (score > top) {
        top = score;
        best = a;
      }
    }
    return best;
  }

  private static void move(int[] features, int by, double step, float[] weights, double[] sums) {
    for (int feature : features) {
      weights[feature] += by;
      sums[feature] += by * step;
    }
  }
}
