package org.onrecord.quotation;

import java.util.Arrays;
import org.onrecord.article.Lazy;

/**
 * A linear chain of labels: a weight for each feature and label, and for each pair of neighbouring
 * labels. Immutable after training; thread-safe to read.
 */
public final class ChainModel {
  private static final int LABELS = Label.COUNT;

  /** What scores are divided by to be logarithms of odds, which a perceptron's are not. */
  public static final float TEMPERATURE = 400;

  private static final float IMPOSSIBLE = -1e30f;
  private static final Label[] ALL = Label.values();

  public final FeatureIndex features;

  /** The weight of feature f with label l at {@code f * Label.COUNT + l}. */
  public final float[] weights;

  /**
   * The weight of label {@code after} next to {@code before} at {@code before * Label.COUNT +
   * after}.
   */
  public final float[] transitions;

  private final Lazy<ChainWeights> table = new Lazy<>();

  public ChainModel(FeatureIndex features, float[] weights, float[] transitions) {
    this.features = features;
    this.weights = weights;
    this.transitions = transitions;
  }

  /**
   * How sure a chain is of each token of a paragraph, 0 to 1.
   *
   * @param content that it is content
   * @param begin that it is the first of a stretch of content
   * @param direct that it is verbatim content
   */
  public record Marginals(float[] content, float[] begin, float[] direct) {
    static Marginals none(int size) {
      return new Marginals(new float[size], new float[size], new float[size]);
    }
  }

  /** The best sequence of labels for a paragraph; linear in its tokens. */
  Label[] decode(FeatureTemplates templates, int size) {
    return viterbi(scores(templates, size), size);
  }

  /** The score of each label for each token, in rows of {@link Label#COUNT}. */
  float[] scores(FeatureTemplates templates, int size) {
    ChainWeights table = table();
    float[] scores = new float[size * LABELS];
    for (int i = 0; i < size; i++) {
      table.addTo(templates.of(i), templates.count(), scores, i * LABELS);
    }
    return scores;
  }

  /** The weights laid out, at first use: a model in training changes them until then. */
  private ChainWeights table() {
    return table.get(() -> new ChainWeights(features, weights));
  }

  public Label[] viterbi(float[] scores, int size) {
    return viterbi(scores, transitions, size);
  }

  /**
   * The best sequence of labels if each stretch of content were worth {@code bonus} more: what the
   * chain would take for content next.
   */
  public Label[] viterbi(float[] scores, int size, float bonus) {
    float[] eager = transitions.clone();
    for (Label before : ALL) {
      for (Label after : ALL) {
        boolean enters = after.isContent() && after.begins() && !before.isContent();
        eager[before.ordinal() * LABELS + after.ordinal()] += enters ? bonus : 0;
      }
    }
    float[] first = scores.clone();
    for (int l = 0; l < LABELS; l++) {
      first[l] += ALL[l].isContent() && ALL[l].begins() ? bonus : 0;
    }
    return viterbi(first, eager, size);
  }

  public static Label[] viterbi(float[] scores, float[] transitions, int size) {
    float[] steps = transitions.clone();
    for (int k = 0; k < steps.length; k++) {
      steps[k] = ALLOWED[k] ? steps[k] : Float.NEGATIVE_INFINITY;
    }
    byte[] from = new byte[size * LABELS];
    float[] best = new float[LABELS];
    float[] next = new float[LABELS];
    for (int l = 0; l < LABELS; l++) {
      best[l] = ALL[l].isInside() ? IMPOSSIBLE : scores[l];
    }
    for (int i = 1; i < size; i++) {
      for (int l = 0; l < LABELS; l++) {
        float top = Float.NEGATIVE_INFINITY;
        int arg = 0;
        for (int p = 0; p < LABELS; p++) {
          float value = best[p] + steps[p * LABELS + l];
          if (value > top) {
            top = value;
            arg = p;
          }
        }
        next[l] = top + scores[i * LABELS + l];
        from[i * LABELS + l] = (byte) arg;
      }
      float[] swap = best;
      best = next;
      next = swap;
    }
    int label = 0;
    for (int l = 1; l < LABELS; l++) {
      if (best[l] > best[label]) {
        label = l;
      }
    }
    Label[] labels = new Label[size];
    for (int i = size - 1; i >= 0; i--) {
      labels[i] = ALL[label];
      label = from[i * LABELS + label];
    }
    return labels;
  }

  /**
   * How sure it is that each token is content, 0 to 1: the marginal of the content labels by the
   * forward-backward algorithm, the scores divided by {@code temperature} (a perceptron's scores
   * are no logarithms of odds).
   */
  public Marginals marginals(float[] scores, int size, float temperature) {
    double[] steps = steps(transitions, temperature);
    double[] weights = weights(scores, size, temperature);
    double[] forward = forward(weights, steps, size);
    double[] backward = new double[LABELS];
    double[] next = new double[LABELS];
    Arrays.fill(backward, 1);
    float[] content = new float[size];
    float[] begin = new float[size];
    float[] direct = new float[size];
    for (int i = size - 1; i >= 0; i--) {
      double total = 0;
      double inside = 0;
      double first = 0;
      double verbatim = 0;
      for (int l = 0; l < LABELS; l++) {
        double value = forward[i * LABELS + l] * backward[l];
        total += value;
        inside += ALL[l].isContent() ? value : 0;
        first += ALL[l].isContent() && ALL[l].begins() ? value : 0;
        verbatim += ALL[l].isDirect() ? value : 0;
      }
      content[i] = (float) (inside / total);
      begin[i] = (float) (first / total);
      direct[i] = (float) (verbatim / total);
      for (int l = 0; l < LABELS; l++) {
        double sum = 0;
        for (int n = 0; n < LABELS && i > 0; n++) {
          sum += steps[l * LABELS + n] * weights[i * LABELS + n] * backward[n];
        }
        next[l] = sum;
      }
      scale(next, 0);
      System.arraycopy(next, 0, backward, 0, LABELS);
    }
    return new Marginals(content, begin, direct);
  }

  /** The exponentials of the weights of pairs; 0 for pairs that cannot be. */
  public static double[] steps(float[] transitions, float temperature) {
    double[] steps = new double[LABELS * LABELS];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = ALLOWED[k] ? Math.exp(transitions[k] / temperature) : 0;
    }
    return steps;
  }

  /** The exponentials of the scores, each token's largest 1. */
  public static double[] weights(float[] scores, int size, float temperature) {
    double[] weights = new double[size * LABELS];
    for (int i = 0; i < size; i++) {
      float top = Float.NEGATIVE_INFINITY;
      for (int l = 0; l < LABELS; l++) {
        top = Math.max(top, scores[i * LABELS + l]);
      }
      for (int l = 0; l < LABELS; l++) {
        weights[i * LABELS + l] = Math.exp((scores[i * LABELS + l] - top) / temperature);
      }
    }
    return weights;
  }

  /** What leads to each label of each token, scaled so that a token's labels sum to 1. */
  public static double[] forward(double[] weights, double[] steps, int size) {
    double[] forward = new double[size * LABELS];
    for (int i = 0; i < size; i++) {
      for (int l = 0; l < LABELS; l++) {
        double sum = i == 0 && !ALL[l].isInside() ? 1 : 0;
        for (int p = 0; p < LABELS && i > 0; p++) {
          sum += forward[(i - 1) * LABELS + p] * steps[p * LABELS + l];
        }
        forward[i * LABELS + l] = sum * weights[i * LABELS + l];
      }
      scale(forward, i * LABELS);
    }
    return forward;
  }

  private static void scale(double[] values, int from) {
    double sum = 0;
    for (int l = 0; l < LABELS; l++) {
      sum += values[from + l];
    }
    for (int l = 0; l < LABELS && sum > 0; l++) {
      values[from + l] /= sum;
    }
  }

  private static final boolean[] ALLOWED = allowed();

  private static boolean[] allowed() {
    boolean[] allowed = new boolean[LABELS * LABELS];
    Arrays.fill(allowed, true);
    for (Label before : Label.values()) {
      for (Label after : Label.values()) {
        allowed[before.ordinal() * LABELS + after.ordinal()] = after.mayFollow(before);
      }
    }
    return allowed;
  }
}
