package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.onrecord.quotation.FeatureIndex;
import org.onrecord.quotation.LinearChoice;

/**
 * Trains a {@link LinearChoice}: multinomial logistic regression over the answers to each question
 * with an L2 penalty, by AdaGrad (Duchi et al., 2011). The same examples in the same order give the
 * same weights.
 */
final class ChoiceTrainer {
  private static final int EPOCHS = 6;
  private static final double RATE = 0.05;
  private static final double PENALTY = 1e-3;

  /** The features of each answer, and which of them is right. */
  private record Example(int[][] answers, int right) {}

  private final FeatureIndex index = new FeatureIndex(1 << 16);
  private final List<Example> examples = new ArrayList<>();
  private final int cutoff;
  private int[] seen = new int[1 << 16];

  /**
   * A trainer.
   *
   * @param cutoff features that fewer answers have are left out
   */
  ChoiceTrainer(int cutoff) {
    this.cutoff = cutoff;
  }

  /** One question: the features of each answer, and the number of the right one. */
  void add(List<long[]> answers, int right) {
    int[][] numbered = new int[answers.size()][];
    for (int p = 0; p < numbered.length; p++) {
      long[] found = answers.get(p);
      numbered[p] = new int[found.length];
      for (int k = 0; k < found.length; k++) {
        int number = index.add(found[k]);
        numbered[p][k] = number;
        if (number >= seen.length) {
          seen = Arrays.copyOf(seen, seen.length * 2);
        }
        seen[number]++;
      }
    }
    examples.add(new Example(numbered, right));
  }

  LinearChoice train(long seed) {
    float[] weights = new float[index.size()];
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
    double[] likelihood = new double[example.answers().length];
    double top = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < likelihood.length; p++) {
      for (int feature : example.answers()[p]) {
        likelihood[p] += seen[feature] < cutoff ? 0 : weights[feature];
      }
      top = Math.max(top, likelihood[p]);
    }
    double sum = 0;
    for (int p = 0; p < likelihood.length; p++) {
      likelihood[p] = Math.exp(likelihood[p] - top);
      sum += likelihood[p];
    }
    for (int p = 0; p < likelihood.length; p++) {
      double error = (p == example.right() ? 1 : 0) - likelihood[p] / sum;
      if (Math.abs(error) > 1e-3) {
        move(example.answers()[p], error, weights, squares);
      }
    }
  }

  private void move(int[] features, double error, float[] weights, double[] squares) {
    for (int feature : features) {
      if (seen[feature] >= cutoff) {
        double gradient = error - PENALTY * weights[feature];
        squares[feature] += gradient * gradient;
        weights[feature] += (float) (RATE * gradient / Math.sqrt(squares[feature] + 1e-6));
      }
    }
  }

  private LinearChoice kept(float[] weights) {
    FeatureIndex features = new FeatureIndex(1 << 14);
    long[] keys = index.keys();
    float[] kept = new float[weights.length];
    for (int f = 0; f < weights.length; f++) {
      if (seen[f] >= cutoff) {
        kept[features.add(keys[f])] = weights[f];
      }
    }
    return new LinearChoice(features, Arrays.copyOf(kept, features.size()));
  }
}
