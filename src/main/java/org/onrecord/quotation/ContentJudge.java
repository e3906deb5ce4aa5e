package org.onrecord.quotation;

/**
 * How likely a unit is to be a quotation: a logistic regression over {@link ContentFeatures},
 * learnt from units that the tagger found in articles it had not learnt from. Its probabilities are
 * what a quotation's confidence is made of ({@code src/docs/scores/quotations.json} shows how well
 * they hold). Immutable and thread-safe.
 */
public final class ContentJudge {
  public final FeatureIndex features;

  /** The weight of each feature; they sum to the logarithm of the odds. */
  public final float[] weights;

  public ContentJudge(FeatureIndex features, float[] weights) {
    this.features = features;
    this.weights = weights;
  }

  /** The probability, 0 to 1, that a unit with these features is a quotation. */
  double probability(long[] found) {
    double sum = 0;
    for (long feature : found) {
      int number = features.find(feature);
      sum += number < 0 ? 0 : weights[number];
    }
    return logistic(sum);
  }

  static double logistic(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
