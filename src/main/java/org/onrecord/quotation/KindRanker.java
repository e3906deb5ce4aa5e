package org.onrecord.quotation;

import java.util.Arrays;
import org.onrecord.article.QuotationKind;

/**
 * Says of a unit in an article that has lost its marks whether it is verbatim, reported or partly
 * verbatim: a multinomial logistic regression, learnt from units that the tagger found in articles
 * which it had not learnt from. Immutable and thread-safe.
 */
public final class KindRanker {
  private static final QuotationKind[] KINDS = QuotationKind.values();

  final FeatureIndex features;

  /** The weight of feature f for kind k at {@code f * kinds + k}. */
  final float[] weights;

  public KindRanker(FeatureIndex features, float[] weights) {
    this.features = features;
    this.weights = weights;
  }

  /** The likeliest kind of a unit with these features, each of which counts once. */
  public QuotationKind kind(long[] found) {
    float[] scores = new float[KINDS.length];
    int[] numbers =
        Arrays.stream(found).mapToInt(features::find).filter(f -> f >= 0).distinct().toArray();
    for (int number : numbers) {
      for (int k = 0; k < scores.length; k++) {
        scores[k] += weights[number * scores.length + k];
      }
    }
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return KINDS[best];
  }
}
