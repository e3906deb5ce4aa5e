package org.onrecord.page.trend;

import java.util.Arrays;
import java.util.Optional;

/**
 * The shortest stretch of an axis in which nearly all of what is counted lies.
 *
 * @param first its first point
 * @param last its last point
 * @param share how much of all lies in it, 0 to 1
 */
record BusyStretch(int first, int last, double share) {
  /** How large a part of all may lie outside. */
  private static final double LEFT_OUT = 0.08;

  /** A stretch of more of the axis than this is as good as the whole. */
  private static final double MOST = 2.0 / 3;

  /**
   * Finds it; the earliest of several.
   *
   * @param counts by point, none below 0
   * @return empty where there is nothing, or it is most of the axis
   */
  static Optional<BusyStretch> of(long[] counts) {
    long all = Arrays.stream(counts).sum();
    long least = all - (long) (all * LEFT_OUT);
    BusyStretch best = new BusyStretch(0, counts.length - 1, 1);
    long held = 0;
    for (int from = 0, to = 0; to < counts.length; to++) {
      held += counts[to];
      while (from < to && held - counts[from] >= least) {
        held -= counts[from++];
      }
      if (held >= least && to - from < best.last - best.first) {
        best = new BusyStretch(from, to, (double) held / all);
      }
    }
    return all == 0 || best.last - best.first + 1 > counts.length * MOST
        ? Optional.empty()
        : Optional.of(best);
  }
}
