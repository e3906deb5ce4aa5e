package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.quotation.ContentJudge;

/**
 * Trains a {@link ContentJudge}: logistic regression with an L2 penalty. The same examples give the
 * same weights.
 */
final class JudgeTrainer {
  private static final double PENALTY = 12;

  /** What fewer units have is left out. */
  private static final int CUTOFF = 10;

  /** A unit's features and whether it is a quotation. */
  private record Example(int[] features, boolean quotation) {}

  private final CountedFeatures counted = new CountedFeatures();
  private final List<Example> examples = new ArrayList<>();
  private final @Nullable ContentJudge start;

  JudgeTrainer() {
    this(null);
  }

  /**
   * A trainer that goes on from another judge: it begins with that one's features, and the penalty
   * is on the distance from its weights.
   */
  JudgeTrainer(@Nullable ContentJudge start) {
    this.start = start;
    if (start != null) {
      counted.start(start.features.keys(), CUTOFF);
    }
  }

  void add(long[] features, boolean quotation) {
    int[] numbers = counted.numbered(features);
    counted.count(numbers);
    examples.add(new Example(numbers, quotation));
  }

  ContentJudge train() {
    CountedFeatures.Kept kept = counted.kept(CUTOFF);
    LogisticFit fit = new LogisticFit(PENALTY);
    for (Example example : examples) {
      fit.add(new int[][] {{}, kept.of(example.features())}, example.quotation() ? 1 : 0);
    }
    return new ContentJudge(
        kept.features(), CountedFeatures.floats(fit.fit(startingWeights(kept.features().size()))));
  }

  private double[] startingWeights(int size) {
    double[] weights = new double[size];
    for (int k = 0; start != null && k < start.weights.length; k++) {
      weights[k] = start.weights[k];
    }
    return weights;
  }
}
