package org.onrecord.attribution.training;

import org.onrecord.attribution.names.NameModel;
import org.onrecord.attribution.names.NameTag;

/**
 * Every sequence of tags that a stretch may have, and how likely each is (forward-backward,
 * Lafferty et al., 2001).
 */
final class NameLattice {
  private static final int TAGS = NameTag.COUNT;
  private static final NameTag[] ALL = NameTag.values();

  private final int size;
  private final double[] forward;
  private final double[] backward;
  private final double[] emission;
  private final double[] transition = new double[TAGS * TAGS];

  NameLattice(float[] scores, float[] transitions, short[] allowed) {
    size = allowed.length;
    forward = new double[size * TAGS];
    backward = new double[size * TAGS];
    emission = new double[size * TAGS];
    for (int p = 0; p < transition.length; p++) {
      transition[p] = NameModel.FOLLOWS[p] ? Math.exp(transitions[p]) : 0;
    }
    for (int i = 0; i < size; i++) {
      float top = Float.NEGATIVE_INFINITY;
      for (int t = 0; t < TAGS; t++) {
        top = Math.max(top, scores[i * TAGS + t]);
      }
      for (int t = 0; t < TAGS; t++) {
        boolean may = (allowed[i] >> t & 1) != 0 && !(i == 0 && ALL[t].isInside());
        emission[i * TAGS + t] = may ? Math.exp(Math.max(-60, scores[i * TAGS + t] - top)) : 0;
      }
    }
    forward();
    backward();
  }

  private void forward() {
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int t = 0; t < TAGS; t++) {
        double in = i == 0 ? 1 : 0;
        for (int p = 0; i > 0 && p < TAGS; p++) {
          in += forward[(i - 1) * TAGS + p] * transition[p * TAGS + t];
        }
        double value = in * emission[i * TAGS + t];
        forward[i * TAGS + t] = value;
        sum += value;
      }
      scale(forward, i, sum);
    }
  }

  private void backward() {
    for (int i = size - 1; i >= 0; i--) {
      double sum = 0;
      for (int t = 0; t < TAGS; t++) {
        double out = i == size - 1 ? 1 : 0;
        for (int n = 0; i < size - 1 && n < TAGS; n++) {
          int next = (i + 1) * TAGS + n;
          out += transition[t * TAGS + n] * emission[next] * backward[next];
        }
        backward[i * TAGS + t] = out;
        sum += out;
      }
      scale(backward, i, sum);
    }
  }

  private static void scale(double[] row, int i, double sum) {
    for (int t = 0; t < TAGS; t++) {
      row[i * TAGS + t] /= sum;
    }
  }

  /** How likely each token has each tag: a row of {@link NameTag#COUNT} a token. */
  float[] marginals() {
    float[] marginals = new float[size * TAGS];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int t = 0; t < TAGS; t++) {
        sum += forward[i * TAGS + t] * backward[i * TAGS + t];
      }
      for (int t = 0; t < TAGS; t++) {
        int at = i * TAGS + t;
        marginals[at] = (float) (forward[at] * backward[at] / sum);
      }
    }
    return marginals;
  }

  /** Adds how often each pair of neighbouring tags is expected, times a factor. */
  void addPairs(float[] pairs, float factor) {
    double[] here = new double[TAGS * TAGS];
    for (int i = 1; i < size; i++) {
      double sum = 0;
      for (int p = 0; p < TAGS; p++) {
        for (int t = 0; t < TAGS; t++) {
          int at = i * TAGS + t;
          double value =
              forward[(i - 1) * TAGS + p] * transition[p * TAGS + t] * emission[at] * backward[at];
          here[p * TAGS + t] = value;
          sum += value;
        }
      }
      for (int k = 0; k < here.length; k++) {
        pairs[k] += (float) (factor * here[k] / sum);
      }
    }
  }
}
