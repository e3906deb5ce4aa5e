package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.onrecord.quotation.ChainModel;
import org.onrecord.quotation.Label;

/**
 * Trains a chain as a conditional random field (Lafferty et al., 2001): the likelihood of the
 * annotated labels, with an L2 penalty, climbed by AdaGrad (Duchi et al., 2011). At each step some
 * of the features are hidden (Wang and Manning, 2013), so that none of those that come together is
 * leant on alone. The same examples in the same order give the same weights.
 */
final class LikelihoodTrainer {
  private static final int LABELS = Label.COUNT;
  private static final float RATE = 0.02f;
  private static final float PENALTY = 3e-3f;
  private static final float HIDDEN = 0.3f;

  /** The weights are the mean of those after the last passes, so many. */
  private static final int LAST = 3;

  /** Smaller errors in a probability move nothing. */
  private static final double LEAST_ERROR = 3e-3;

  private final float[] weights;
  private final float[] squares;
  private final float[] transitions = new float[LABELS * LABELS];
  private final double[] transitionSquares = new double[LABELS * LABELS];
  private final double[] transitionErrors = new double[LABELS * LABELS];
  private final Random random;

  /** A paragraph: the features of each token, by number, and its labels. */
  record Example(int[][] features, byte[] labels) {}

  /**
   * A trainer.
   *
   * @param features how many features there are
   * @param seed of the orders, and of what is hidden
   */
  LikelihoodTrainer(int features, long seed) {
    weights = new float[features * LABELS];
    squares = new float[weights.length];
    random = new Random(seed);
  }

  /**
   * Trains once.
   *
   * @param epochs passes over the examples, at least 1
   * @return the weights of features and labels, and those of pairs of labels, as in {@link
   *     ChainModel}; both are logarithms of odds
   */
  List<float[]> run(List<Example> examples, int epochs) {
    List<Example> order = new ArrayList<>(examples);
    float[] mean = new float[weights.length];
    float[] meanTransitions = new float[transitions.length];
    int last = Math.min(LAST, epochs);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        if (example.labels().length > 0) {
          learn(partly(example.features()), example.labels());
        }
      }
      if (epoch >= epochs - last) {
        addShare(weights, last, mean);
        addShare(transitions, last, meanTransitions);
      }
    }
    return List.of(mean, meanTransitions);
  }

  private static void addShare(float[] values, int parts, float[] sum) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += values[k] / parts;
    }
  }

  /** The features without those that are hidden this time. */
  private int[][] partly(int[][] features) {
    int[][] seen = new int[features.length][];
    for (int i = 0; i < seen.length; i++) {
      int[] kept = new int[features[i].length];
      int count = 0;
      for (int feature : features[i]) {
        if (random.nextFloat() >= HIDDEN) {
          kept[count++] = feature;
        }
      }
      seen[i] = Arrays.copyOf(kept, count);
    }
    return seen;
  }

  /** Forward, then backward, moving the weights of each token as soon as its error is known. */
  private void learn(int[][] features, byte[] gold) {
    int size = gold.length;
    double[] steps = ChainModel.steps(transitions, 1);
    double[] here = ChainModel.weights(scores(features), size, 1);
    double[] forward = ChainModel.forward(here, steps, size);
    double[] backward = new double[LABELS];
    double[] errors = new double[LABELS];
    Arrays.fill(backward, 1);
    Arrays.fill(transitionErrors, 0);
    for (int i = size - 1; i >= 0; i--) {
      boolean errs = findErrors(forward, backward, i, gold[i], errors);
      if (i > 0) {
        double[] ways = ways(forward, steps, here, backward, i);
        if (errs) {
          addTransitionErrors(ways, gold[i - 1] * LABELS + gold[i]);
        }
        stepBack(steps, here, backward, i);
      }
      if (errs) {
        move(features[i], errors);
      }
    }
    moveTransitions();
  }

  private float[] scores(int[][] features) {
    float[] scores = new float[features.length * LABELS];
    for (int i = 0; i < features.length; i++) {
      int row = i * LABELS;
      for (int feature : features[i]) {
        int base = feature * LABELS;
        for (int l = 0; l < LABELS; l++) {
          scores[row + l] += weights[base + l];
        }
      }
    }
    return scores;
  }

  /** By how much each label's probability at a token is too small; whether any is, noticeably. */
  private static boolean findErrors(
      double[] forward, double[] backward, int i, int gold, double[] errors) {
    double total = 0;
    for (int l = 0; l < LABELS; l++) {
      errors[l] = forward[i * LABELS + l] * backward[l];
      total += errors[l];
    }
    boolean errs = false;
    for (int l = 0; l < LABELS; l++) {
      errors[l] = (l == gold ? 1 : 0) - errors[l] / total;
      errs |= Math.abs(errors[l]) > LEAST_ERROR;
    }
    return errs;
  }

  /** How likely each pair of labels is at a token and the one before it, not yet summing to 1. */
  private static double[] ways(
      double[] forward, double[] steps, double[] here, double[] backward, int i) {
    double[] ways = new double[LABELS * LABELS];
    for (int p = 0; p < LABELS; p++) {
      double before = forward[(i - 1) * LABELS + p];
      for (int l = 0; l < LABELS; l++) {
        ways[p * LABELS + l] = before * steps[p * LABELS + l] * here[i * LABELS + l] * backward[l];
      }
    }
    return ways;
  }

  private void addTransitionErrors(double[] ways, int gold) {
    double total = 0;
    for (double way : ways) {
      total += way;
    }
    for (int k = 0; k < ways.length; k++) {
      transitionErrors[k] -= ways[k] / total;
    }
    transitionErrors[gold] += 1;
  }

  private static void stepBack(double[] steps, double[] here, double[] backward, int i) {
    double[] next = new double[LABELS];
    double total = 0;
    for (int p = 0; p < LABELS; p++) {
      for (int l = 0; l < LABELS; l++) {
        next[p] += steps[p * LABELS + l] * here[i * LABELS + l] * backward[l];
      }
      total += next[p];
    }
    for (int p = 0; p < LABELS; p++) {
      backward[p] = next[p] / total;
    }
  }

  private void move(int[] features, double[] errors) {
    for (int l = 0; l < LABELS; l++) {
      float error = (float) errors[l];
      if (Math.abs(error) > LEAST_ERROR) {
        for (int feature : features) {
          int w = feature * LABELS + l;
          float gradient = error - PENALTY * weights[w];
          squares[w] += gradient * gradient;
          weights[w] += RATE * gradient / (float) Math.sqrt(squares[w] + 1e-6f);
        }
      }
    }
  }

  private void moveTransitions() {
    for (int t = 0; t < transitions.length; t++) {
      if (transitionErrors[t] != 0) {
        double gradient = transitionErrors[t] - PENALTY * transitions[t];
        transitionSquares[t] += gradient * gradient;
        transitions[t] += (float) (RATE * gradient / Math.sqrt(transitionSquares[t] + 1e-6));
      }
    }
  }
}
