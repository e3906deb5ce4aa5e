package org.onrecord.quotation;

/** A score of answers to a question, by which one is chosen. Immutable and thread-safe. */
public final class LinearChoice {
  final FeatureIndex features;

  /** The weight of each feature; they sum to an answer's score, a logarithm of odds. */
  final float[] weights;

  public LinearChoice(FeatureIndex features, float[] weights) {
    this.features = features;
    this.weights = weights;
  }

  /** The score of an answer with these features. */
  float score(long[] found) {
    float score = 0;
    for (long feature : found) {
      int number = features.find(feature);
      score += number < 0 ? 0 : weights[number];
    }
    return score;
  }
}
