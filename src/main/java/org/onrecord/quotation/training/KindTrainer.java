package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.article.QuotationKind;
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

  private final CountedFeatures counted = new CountedFeatures();
  private final List<Example> examples = new ArrayList<>();

  void add(long[] features, QuotationKind kind) {
    int[] numbers = Arrays.stream(counted.numbered(features)).distinct().toArray();
    counted.count(numbers);
    examples.add(new Example(numbers, kind));
  }

  KindRanker train() {
    int kinds = QuotationKind.values().length;
    CountedFeatures.Kept kept = counted.kept(CUTOFF);
    LogisticFit fit = new LogisticFit(PENALTY);
    for (Example example : examples) {
      int[] known = kept.of(example.features());
      int[][] answers = new int[kinds][];
      for (int k = 0; k < kinds; k++) {
        int kind = k;
        answers[k] = Arrays.stream(known).map(f -> f * kinds + kind).toArray();
      }
      fit.add(answers, example.kind().ordinal());
    }
    return new KindRanker(
        kept.features(),
        CountedFeatures.floats(fit.fit(new double[kept.features().size() * kinds])));
  }
}
