package org.onrecord.attribution.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onrecord.attribution.cast.Antecedent;

/**
 * Chooses among those for whom words may stand, nobody among them, by a log-linear model: the
 * probability of a candidate is the exponential of its weighted {@link Clue}s over the sum of all
 * of them (Denis and Baldridge, "A ranking approach to pronoun resolution", 2007). Pronouns and
 * descriptions have weights of their own. Thread-safe.
 */
public final class AntecedentRanker {
  /** What kind of words stands for somebody. */
  public enum Form {
    PRONOUN,
    DESCRIPTION
  }

  private final Map<Form, double[]> weights = new EnumMap<>(Form.class);

  /**
   * @param weights for each form, by the ordinal of {@link Clue}
   */
  public AntecedentRanker(Map<Form, double[]> weights) {
    this.weights.putAll(weights);
  }

  /** The likeliest one and how likely that is, 0 to 1. */
  record Choice(AntecedentCandidate candidate, double probability) {}

  /**
   * @param candidates at least one
   */
  Choice choose(Form form, List<AntecedentCandidate> candidates) {
    double[] likely = probabilities(weights.getOrDefault(form, new double[0]), candidates);
    int best = 0;
    for (int i = 1; i < likely.length; i++) {
      best = likely[i] > likely[best] ? i : best;
    }
    return new Choice(candidates.get(best), likely[best]);
  }

  /** One of the candidates and how likely it is; the likeliest where it is none of them. */
  Choice of(Form form, List<AntecedentCandidate> candidates, Antecedent who) {
    double[] likely = probabilities(weights.getOrDefault(form, new double[0]), candidates);
    for (int i = 0; i < likely.length; i++) {
      if (who.equals(candidates.get(i).who())) {
        return new Choice(candidates.get(i), likely[i]);
      }
    }
    return choose(form, candidates);
  }

  /** How likely each candidate is; the sum is 1. */
  public static double[] probabilities(double[] weights, List<AntecedentCandidate> candidates) {
    double[] likely = new double[candidates.size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < likely.length; i++) {
      for (int k = 0; k < weights.length; k++) {
        likely[i] += weights[k] * candidates.get(i).clues()[k];
      }
      most = Math.max(most, likely[i]);
    }
    double sum = 0;
    for (int i = 0; i < likely.length; i++) {
      likely[i] = Math.exp(likely[i] - most);
      sum += likely[i];
    }
    for (int i = 0; i < likely.length; i++) {
      likely[i] /= sum;
    }
    return likely;
  }
}
