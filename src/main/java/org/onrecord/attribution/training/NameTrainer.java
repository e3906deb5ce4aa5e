package org.onrecord.attribution.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.onrecord.attribution.names.NameModel;
import org.onrecord.attribution.names.NameTag;
import org.onrecord.quotation.FeatureIndex;

/**
 * Trains a {@link NameModel} as a conditional random field (Lafferty et al., 2001) on stretches of
 * which some tokens may be annotated and others not: what is made likely is all that the annotation
 * allows, together (Tsuboi et al., 2008). Steps by AdaGrad (Duchi et al., 2011) with an L2 penalty.
 * The same examples in the same order give the same weights.
 */
final class NameTrainer {
  private static final int TAGS = NameTag.COUNT;
  private static final int EPOCHS = 15;
  private static final float SMALL = 1e-6f;
  private static final float RATE = 0.1f;
  private static final float L2 = 0.003f;

  /** Smaller gradients of a token and tag are passed over. */
  private static final float NEGLIGIBLE = 1e-4f;

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
      NameModel first = new Ascent(kept).run(whole);
      examples.replaceAll(e -> isWhole(e) ? e : completed(e, first));
    }
    return new Ascent(kept).run(examples);
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

  /** The weights in the making: steps down the gradient of the likelihood, one example each. */
  private static final class Ascent {
    private final FeatureIndex features;
    private final float[] weights;
    private final float[] squares;
    private final float[] transitions = new float[TAGS * TAGS];
    private final float[] transitionSquares = new float[TAGS * TAGS];

    Ascent(FeatureIndex features) {
      this.features = features;
      this.weights = new float[features.size() * TAGS];
      this.squares = new float[weights.length];
    }

    NameModel run(List<Example> prepared) {
      List<Example> order = new ArrayList<>(prepared);
      Random random = new Random(7);
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        Collections.shuffle(order, random);
        for (Example example : order) {
          learn(example);
        }
      }
      return new NameModel(features, weights, transitions);
    }

    private void learn(Example example) {
      int size = example.allowed().length;
      float[] scores = scores(example, weights);
      short[] any = new short[size];
      Arrays.fill(any, NameTag.ANY);
      NameLattice model = new NameLattice(scores, transitions, any);
      NameLattice gold = new NameLattice(scores, transitions, example.allowed());
      float[] expected = model.marginals();
      float[] wanted = gold.marginals();
      for (int i = 0; i < size; i++) {
        for (int t = 0; t < TAGS; t++) {
          float gradient = wanted[i * TAGS + t] - expected[i * TAGS + t];
          if (Math.abs(gradient) > NEGLIGIBLE) {
            for (int feature : example.features()[i]) {
              move(weights, squares, feature * TAGS + t, gradient);
            }
          }
        }
      }
      float[] pairs = new float[TAGS * TAGS];
      gold.addPairs(pairs, 1);
      model.addPairs(pairs, -1);
      for (int t = 0; t < pairs.length; t++) {
        move(transitions, transitionSquares, t, pairs[t]);
      }
    }

    private static void move(float[] weights, float[] squares, int at, float likelihood) {
      float gradient = likelihood - L2 * weights[at];
      squares[at] += gradient * gradient;
      weights[at] += RATE * gradient / (SMALL + (float) Math.sqrt(squares[at]));
    }
  }
}
