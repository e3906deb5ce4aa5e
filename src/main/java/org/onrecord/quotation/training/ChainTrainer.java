package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.ChainModel;
import org.onrecord.quotation.FeatureIndex;
import org.onrecord.quotation.FeatureTemplates;
import org.onrecord.quotation.Label;
import org.onrecord.quotation.training.LikelihoodTrainer.Example;

/**
 * Trains a {@link ChainModel} as an averaged structured perceptron (Collins, 2002): decode, and
 * where the decoder errs, move the weights towards the annotation. It does so in several shuffled
 * orders, whose weights are averaged. The mean of those weights and of what a {@link
 * LikelihoodTrainer} learns from the same examples is better than either: they err otherwise. The
 * same examples in the same order give the same weights.
 */
final class ChainTrainer {
  private static final int LABELS = Label.COUNT;

  /** Of the first order of examples. */
  private static final long SEED = 7;

  /**
   * How to train.
   *
   * @param epochs passes over the examples, at least 1
   * @param cutoff features seen on fewer tokens are left out, so that rare words leave no trace
   * @param margin by how much a token's right label is to outscore the others
   * @param orders in how many orders of the examples to learn, at least 1; the weights are the mean
   *     of those, so that they hang less on any one order
   * @param likelihoodEpochs passes of the {@link LikelihoodTrainer}; 0 for the perceptron alone
   */
  record Settings(int epochs, int cutoff, float margin, int orders, int likelihoodEpochs) {
    static final Settings DEFAULT = new Settings(20, 15, 0, 3, 8);
  }

  private final Settings settings;
  private final @Nullable ChainModel start;
  private final FeatureIndex index = new FeatureIndex(1 << 20);
  private final List<Example> examples = new ArrayList<>();
  private int[] seen = new int[1 << 20];

  ChainTrainer(Settings settings) {
    this(settings, null);
  }

  /**
   * A trainer that goes on from another chain: it begins with that one's features and weights, and
   * the weights end halfway between those and what the examples lead to.
   */
  ChainTrainer(Settings settings, @Nullable ChainModel start) {
    this.settings = settings;
    this.start = start;
  }

  void add(FeatureTemplates templates, Label[] labels) {
    int[][] features = new int[labels.length][];
    byte[] ordinals = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      long[] found = templates.of(i);
      int[] numbers = new int[templates.count()];
      for (int k = 0; k < numbers.length; k++) {
        numbers[k] = index.add(found[k]);
        if (numbers[k] >= seen.length) {
          seen = java.util.Arrays.copyOf(seen, seen.length * 2);
        }
        seen[numbers[k]]++;
      }
      features[i] = numbers;
      ordinals[i] = (byte) labels[i].ordinal();
    }
    examples.add(new Example(features, ordinals));
  }

  /** Trains once; the examples are used up. */
  ChainModel train() {
    FeatureIndex kept = new FeatureIndex(1 << 16);
    if (start != null) {
      for (long key : start.features.keys()) {
        kept.add(key);
      }
    }
    int[] renumbered = new int[index.size()];
    long[] keys = index.keys();
    for (int f = 0; f < keys.length; f++) {
      renumbered[f] = seen[f] >= settings.cutoff() ? kept.add(keys[f]) : kept.find(keys[f]);
    }
    examples.replaceAll(e -> new Example(renumber(e.features(), renumbered), e.labels()));
    ChainModel learnt = mean(kept);
    if (start != null) {
      moveHalfway(learnt.weights, start.weights);
      moveHalfway(learnt.transitions, start.transitions);
    }
    return learnt;
  }

  /** The mean of what each order leads to, added up in turn: always the same sum. */
  private ChainModel mean(FeatureIndex features) {
    ChainModel sum = new Perceptron(features).run(examples, SEED);
    for (int order = 1; order < settings.orders(); order++) {
      ChainModel next = new Perceptron(features).run(examples, SEED + order);
      add(next.weights, sum.weights);
      add(next.transitions, sum.transitions);
    }
    divide(sum.weights, settings.orders());
    divide(sum.transitions, settings.orders());
    if (settings.likelihoodEpochs() > 0) {
      List<float[]> likeliest =
          new LikelihoodTrainer(features.size(), SEED).run(examples, settings.likelihoodEpochs());
      moveHalfway(sum.weights, scaled(likeliest.get(0)));
      moveHalfway(sum.transitions, scaled(likeliest.get(1)));
    }
    return sum;
  }

  /** Logarithms of odds on the perceptron's scale. */
  private static float[] scaled(float[] weights) {
    float[] scaled = weights.clone();
    for (int w = 0; w < scaled.length; w++) {
      scaled[w] *= ChainModel.TEMPERATURE;
    }
    return scaled;
  }

  private static void add(float[] weights, float[] sum) {
    for (int w = 0; w < sum.length; w++) {
      sum[w] += weights[w];
    }
  }

  private static void divide(float[] weights, int by) {
    for (int w = 0; w < weights.length; w++) {
      weights[w] /= by;
    }
  }

  /** Weights that the start lacks were 0 there. */
  private static void moveHalfway(float[] weights, float[] from) {
    for (int w = 0; w < weights.length; w++) {
      weights[w] = (weights[w] + (w < from.length ? from[w] : 0)) / 2;
    }
  }

  private static int[][] renumber(int[][] features, int[] renumbered) {
    int[][] kept = new int[features.length][];
    for (int i = 0; i < features.length; i++) {
      kept[i] =
          java.util.Arrays.stream(features[i])
              .map(f -> renumbered[f])
              .filter(f -> f >= 0)
              .toArray();
    }
    return kept;
  }

  /**
   * The weights in the making: each with the sum of its updates times the step, from which the
   * average follows.
   */
  private final class Perceptron {
    private final FeatureIndex features;
    private final float[] weights;
    private final float[] transitions = new float[LABELS * LABELS];
    private final double[] weightSums;
    private final double[] transitionSums = new double[LABELS * LABELS];
    private double step = 1;

    Perceptron(FeatureIndex features) {
      this.features = features;
      this.weights = new float[features.size() * LABELS];
      if (start != null) {
        System.arraycopy(start.weights, 0, weights, 0, start.weights.length);
        System.arraycopy(start.transitions, 0, transitions, 0, transitions.length);
      }
      this.weightSums = new double[weights.length];
    }

    ChainModel run(List<Example> prepared, long seed) {
      List<Example> order = new ArrayList<>(prepared);
      Random random = new Random(seed);
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        Collections.shuffle(order, random);
        for (Example example : order) {
          if (example.labels().length > 0) {
            learn(example);
          }
          step++;
        }
      }
      for (int w = 0; w < weights.length; w++) {
        weights[w] -= (float) (weightSums[w] / step);
      }
      for (int t = 0; t < transitions.length; t++) {
        transitions[t] -= (float) (transitionSums[t] / step);
      }
      return new ChainModel(features, weights, transitions);
    }

    private void learn(Example example) {
      int size = example.labels().length;
      float[] scores = new float[size * LABELS];
      for (int i = 0; i < size; i++) {
        for (int feature : example.features()[i]) {
          int base = feature * LABELS;
          for (int l = 0; l < LABELS; l++) {
            scores[i * LABELS + l] += weights[base + l];
          }
        }
      }
      for (int k = 0; k < scores.length; k++) {
        scores[k] += k % LABELS == example.labels()[k / LABELS] ? 0 : settings.margin();
      }
      Label[] guess = ChainModel.viterbi(scores, transitions, size);
      int goldBefore = -1;
      int guessBefore = -1;
      for (int i = 0; i < size; i++) {
        int gold = example.labels()[i];
        int guessed = guess[i].ordinal();
        if (gold != guessed) {
          for (int feature : example.features()[i]) {
            move(feature * LABELS + gold, 1);
            move(feature * LABELS + guessed, -1);
          }
        }
        if (i > 0 && (gold != guessed || goldBefore != guessBefore)) {
          moveTransition(goldBefore * LABELS + gold, 1);
          moveTransition(guessBefore * LABELS + guessed, -1);
        }
        goldBefore = gold;
        guessBefore = guessed;
      }
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
