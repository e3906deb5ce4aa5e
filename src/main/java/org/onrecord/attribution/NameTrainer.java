package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.onrecord.quotation.FeatureIndex;

/**
 * Trains a {@link NameModel} as an averaged structured perceptron (Collins, 2002) on stretches of
 * which some tokens may be annotated and others not: where the best sequence of all is not among
 * those that the annotation allows, the weights move towards the best that is (Fernandes and
 * Brefeld, 2011). The same examples in the same order give the same weights.
 */
final class NameTrainer {
  private static final int TAGS = NameTag.COUNT;
  private static final int EPOCHS = 12;

  /** Features seen on fewer tokens are left out, so that rare words leave no trace. */
  private static final int CUTOFF = 5;

  private record Example(int[][] features, short[] allowed) {}

  private final FeatureIndex index = new FeatureIndex(1 << 20);
  private final List<Example> examples = new ArrayList<>();
  private int[] seen = new int[1 << 20];

  /**
   * @param features the hashes of each token's features
   * @param allowed the tags that each token may have, as bits
   */
  void add(long[][] features, short[] allowed) {
    int[][] numbers = new int[features.length][];
    for (int i = 0; i < features.length; i++) {
      numbers[i] = new int[features[i].length];
      for (int k = 0; k < numbers[i].length; k++) {
        int number = index.add(features[i][k]);
        if (number >= seen.length) {
          seen = Arrays.copyOf(seen, seen.length * 2);
        }
        seen[number]++;
        numbers[i][k] = number;
      }
    }
    examples.add(new Example(numbers, allowed));
  }

  /**
   * Trains once; the examples are used up. What is not annotated is first read by what the
   * annotated stretches alone have taught, so that names nobody marked are not taken for none.
   */
  NameModel train() {
    FeatureIndex kept = new FeatureIndex(1 << 16);
    long[] keys = index.keys();
    int[] renumbered = new int[keys.length];
    for (int f = 0; f < keys.length; f++) {
      renumbered[f] = seen[f] >= CUTOFF ? kept.add(keys[f]) : -1;
    }
    examples.replaceAll(e -> new Example(renumber(e.features(), renumbered), e.allowed()));
    List<Example> whole = examples.stream().filter(NameTrainer::isWhole).toList();
    if (whole.size() < examples.size() && !whole.isEmpty()) {
      NameModel first = new Perceptron(kept).run(whole);
      examples.replaceAll(e -> isWhole(e) ? e : completed(e, first));
    }
    return new Perceptron(kept).run(examples);
  }

  /** Whether each token has one tag. */
  private static boolean isWhole(Example example) {
    for (short tags : example.allowed()) {
      if (Integer.bitCount(tags) != 1) {
        return false;
      }
    }
    return true;
  }

  /** What a model makes of a stretch within what is allowed. */
  private static Example completed(Example example, NameModel model) {
    int size = example.allowed().length;
    float[] scores = scores(example, model.weights);
    NameTag[] tags = NameModel.decode(scores, model.transitions, example.allowed());
    short[] allowed = new short[size];
    for (int i = 0; i < size; i++) {
      allowed[i] = tags[i].bit();
    }
    return new Example(example.features(), allowed);
  }

  private static float[] scores(Example example, float[] weights) {
    float[] scores = new float[example.allowed().length * TAGS];
    for (int i = 0; i < example.allowed().length; i++) {
      for (int feature : example.features()[i]) {
        for (int t = 0; t < TAGS; t++) {
          scores[i * TAGS + t] += weights[feature * TAGS + t];
        }
      }
    }
    return scores;
  }

  private static int[][] renumber(int[][] features, int[] renumbered) {
    int[][] kept = new int[features.length][];
    for (int i = 0; i < features.length; i++) {
      kept[i] = Arrays.stream(features[i]).map(f -> renumbered[f]).filter(f -> f >= 0).toArray();
    }
    return kept;
  }

  /** The weights in the making, each with the sum of its updates times the step. */
  private static final class Perceptron {
    private final FeatureIndex features;
    private final float[] weights;
    private final float[] transitions = new float[TAGS * TAGS];
    private final double[] weightSums;
    private final double[] transitionSums = new double[TAGS * TAGS];
    private double step = 1;

    Perceptron(FeatureIndex features) {
      this.features = features;
      this.weights = new float[features.size() * TAGS];
      this.weightSums = new double[weights.length];
    }

    NameModel run(List<Example> prepared) {
      List<Example> order = new ArrayList<>(prepared);
      Random random = new Random(7);
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        Collections.shuffle(order, random);
        for (Example example : order) {
          learn(example);
          step++;
        }
      }
      for (int w = 0; w < weights.length; w++) {
        weights[w] -= (float) (weightSums[w] / step);
      }
      for (int t = 0; t < transitions.length; t++) {
        transitions[t] -= (float) (transitionSums[t] / step);
      }
      return new NameModel(features, weights, transitions);
    }

    private void learn(Example example) {
      int size = example.allowed().length;
      float[] scores = scores(example, weights);
      short[] any = new short[size];
      Arrays.fill(any, NameTag.ANY);
      NameTag[] guess = NameModel.decode(scores, transitions, any);
      if (isAllowed(guess, example.allowed())) {
        return;
      }
      NameTag[] gold = NameModel.decode(scores, transitions, example.allowed());
      for (int i = 0; i < size; i++) {
        int right = gold[i].ordinal();
        int wrong = guess[i].ordinal();
        if (right != wrong) {
          for (int feature : example.features()[i]) {
            move(feature * TAGS + right, 1);
            move(feature * TAGS + wrong, -1);
          }
        }
        if (i > 0) {
          moveTransition(gold[i - 1].ordinal() * TAGS + right, 1);
          moveTransition(guess[i - 1].ordinal() * TAGS + wrong, -1);
        }
      }
    }

    private static boolean isAllowed(NameTag[] tags, short[] allowed) {
      for (int i = 0; i < tags.length; i++) {
        if ((allowed[i] & tags[i].bit()) == 0) {
          return false;
        }
      }
      return true;
    }

    private void move(int weight, int by) {
      weights[weight] += by;
      weightSums[weight] += by * step;
    }

    private void moveTransition(int transition, int by) {
      transitions[transition] += by;
      transitionSums[transition] += by * step;
    }
  }
}
