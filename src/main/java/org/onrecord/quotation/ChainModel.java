package org.onrecord.quotation;

import java.util.Arrays;

/**
 * A linear chain of labels: a weight for each feature and label, and for each pair of neighbouring
 * labels. Immutable after training; thread-safe to read.
 */
final class ChainModel {
  private static final int LABELS = Label.COUNT;
  private static final float IMPOSSIBLE = -1e30f;

  final FeatureIndex features;

  /** The weight of feature f with label l at {@code f * Label.COUNT + l}. */
  final float[] weights;

  /**
   * The weight of label {@code after} next to {@code before} at {@code before * Label.COUNT +
   * after}.
   */
  final float[] transitions;

  ChainModel(FeatureIndex features, float[] weights, float[] transitions) {
    this.features = features;
    this.weights = weights;
    this.transitions = transitions;
  }

  /** What decoding a paragraph gives: the best labels, and how sure each token is to be content. */
  record Tagging(Label[] labels, float[] contentProbability) {}

  /** The best sequence of labels for a paragraph; linear in its tokens. */
  Label[] decode(FeatureTemplates templates, int size) {
    return viterbi(scores(templates, size), size);
  }

  float[] scores(FeatureTemplates templates, int size) {
    float[] scores = new float[size * LABELS];
    for (int i = 0; i < size; i++) {
      long[] found = templates.of(i);
      int row = i * LABELS;
      for (int k = 0; k < templates.count(); k++) {
        int feature = features.find(found[k]);
        if (feature >= 0) {
          int base = feature * LABELS;
          for (int l = 0; l < LABELS; l++) {
            scores[row + l] += weights[base + l];
          }
        }
      }
    }
    return scores;
  }

  Label[] viterbi(float[] scores, int size) {
    return viterbi(scores, transitions, size);
  }

  static Label[] viterbi(float[] scores, float[] transitions, int size) {
    Label[] all = Label.values();
    byte[] from = new byte[size * LABELS];
    float[] best = new float[LABELS];
    float[] next = new float[LABELS];
    for (int l = 0; l < LABELS; l++) {
      best[l] = all[l].isInside() ? IMPOSSIBLE : scores[l];
    }
    for (int i = 1; i < size; i++) {
      for (int l = 0; l < LABELS; l++) {
        float top = Float.NEGATIVE_INFINITY;
        int arg = 0;
        for (int p = 0; p < LABELS; p++) {
          float value = best[p] + transitions[p * LABELS + l];
          if (value > top && ALLOWED[p * LABELS + l]) {
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
      labels[i] = all[label];
      label = from[i * LABELS + label];
    }
    return labels;
  }

  /**
   * How sure it is that each token is content, 0 to 1: the marginal of the content labels by the
   * forward-backward algorithm, the scores divided by {@code temperature} (a perceptron's scores
   * are no logarithms of odds).
   */
  float[] contentProbability(float[] scores, int size, float temperature) {
    double[] forward = new double[size * LABELS];
    double[] backward = new double[size * LABELS];
    Label[] all = Label.values();
    for (int l = 0; l < LABELS; l++) {
      forward[l] = all[l].isInside() ? IMPOSSIBLE : scores[l] / temperature;
    }
    for (int i = 1; i < size; i++) {
      for (int l = 0; l < LABELS; l++) {
        double sum = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < LABELS; p++) {
          if (ALLOWED[p * LABELS + l]) {
            sum =
                logAdd(
                    sum, forward[(i - 1) * LABELS + p] + transitions[p * LABELS + l] / temperature);
          }
        }
        forward[i * LABELS + l] = sum + scores[i * LABELS + l] / temperature;
      }
    }
    for (int i = size - 2; i >= 0; i--) {
      for (int l = 0; l < LABELS; l++) {
        double sum = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < LABELS; n++) {
          if (ALLOWED[l * LABELS + n]) {
            double step =
                (transitions[l * LABELS + n] + scores[(i + 1) * LABELS + n]) / temperature;
            sum = logAdd(sum, backward[(i + 1) * LABELS + n] + step);
          }
        }
        backward[i * LABELS + l] = sum;
      }
    }
    float[] content = new float[size];
    for (int i = 0; i < size; i++) {
      double total = Double.NEGATIVE_INFINITY;
      double inside = Double.NEGATIVE_INFINITY;
      for (int l = 0; l < LABELS; l++) {
        double value = forward[i * LABELS + l] + backward[i * LABELS + l];
        total = logAdd(total, value);
        inside = all[l].isContent() ? logAdd(inside, value) : inside;
      }
      content[i] = (float) Math.exp(inside - total);
    }
    return content;
  }

  private static double logAdd(double a, double b) {
    if (a < b) {
      double swap = a;
      a = b;
      b = swap;
    }
    return b - a < -40 || b == Double.NEGATIVE_INFINITY ? a : a + Math.log1p(Math.exp(b - a));
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
