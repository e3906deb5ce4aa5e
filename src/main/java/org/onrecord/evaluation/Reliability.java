package org.onrecord.evaluation;

import java.util.Arrays;
import java.util.List;

/** How often what has a figure of confidence is right, in ten bins of like figures. */
final class Reliability {
  private static final int BINS = 10;

  private final Bin[] bins = new Bin[BINS];

  /** Things of like confidence. */
  static final class Bin {
    private final Share right = new Share();
    private double confidence;

    void add(double value, boolean isRight) {
      confidence += value;
      right.add(isRight);
    }

    int size() {
      return right.all();
    }

    /** The mean confidence; NaN where the bin is empty. */
    double confidence() {
      return size() == 0 ? Double.NaN : confidence / size();
    }

    double right() {
      return right.ratio();
    }
  }

  Reliability() {
    Arrays.setAll(bins, i -> new Bin());
  }

  void add(double confidence, boolean right) {
    bins[Math.min(BINS - 1, (int) (confidence * BINS))].add(confidence, right);
  }

  /** From 0 to .1, to .2, … to 1. */
  List<Bin> bins() {
    return List.of(bins);
  }

  /** The mean distance between a bin's confidence and the share that is right, by bin size. */
  double expectedError() {
    double error = 0;
    int all = 0;
    for (Bin bin : bins) {
      if (bin.size() > 0) {
        error += bin.size() * Math.abs(bin.confidence() - bin.right());
        all += bin.size();
      }
    }
    return all == 0 ? Double.NaN : error / all;
  }
}
