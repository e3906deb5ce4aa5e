package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.article.QuotationKind;
import org.onrecord.quotation.FeatureIndex;
import org.onrecord.quotation.KindRanker;

/**
 * Trains a {@link KindRanker}: multinomial logistic regression with an L2 penalty. The same
 * examples give the same weights.
 */
final class KindTrainer {
  private static final double PENALTY = 30;

  /** What fewer units have is left out. */
  private static final int CUTOFF = 8;

  /** A unit's features, by number, and its kind. */
  private record Example(int[] features, QuotationKind kind) {}

  private final FeatureIndex index = new FeatureIndex(1 << 14);
  private final List<Example> examples = new ArrayList<>();
  private int[] seen = new int[1 << 14];

  void add(long[] features, QuotationKind kind) {
    int[] numbers = Arrays.stream(features).mapToInt(index::add).distinct().toArray();
    for (int number : numbers) {
      if (number >= seen.length) {
        seen = Arrays.copyOf(seen, Math.max(number + 1, seen.length * 2));
      }
      seen[number]++;
    }
    examples.add(new Example(numbers, kind));
  }

  KindRanker train() {
    int kinds = QuotationKind.values().length;
    FeatureIndex features = new FeatureIndex(1 << 12);
    long[] keys = index.keys();
    int[] renumbered = new int[keys.length];
    for (int f = 0; f < keys.length; f++) {
      renumbered[f] = seen[f] >= CUTOFF ? features.add(keys[f]) : -1;
    }
    LogisticFit fit = new LogisticFit(PENALTY);
    for (Example example : examples) {
      int[] kept =
          Arrays.stream(example.features()).map(f -> renumbered[f]).filter(f -> f >= 0).toArray();
      int[][] answers = new int[kinds][];
      for (int k = 0; k < kinds; k++) {
        int kind = k;
        answers[k] = Arrays.stream(kept).map(f -> f * kinds + kind).toArray();
      }
      fit.add(answers, example.kind().ordinal());
    }
    return new KindRanker(
        features, JudgeTrainer.floats(fit.fit(new double[features.size() * kinds])));
  }
}
