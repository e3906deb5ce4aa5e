package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.onrecord.evaluation.AdaptationReport.Helpfulness;

/**
 * Whether a difference between two readings of the same articles is more than chance: articles are
 * drawn anew a thousand times, with replacement (Efron, 1979), and the difference must have the
 * same sign in 95 % of the draws. The same readings give the same verdict.
 */
final class PairedBootstrap {
  private static final int DRAWS = 1000;
  private static final int CHANCE = DRAWS / 40;

  private PairedBootstrap() {}

  static Helpfulness verdict(List<Agreement> before, List<Agreement> after) {
    Random random = new Random(7);
    double[] gains = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      List<Agreement> drawnBefore = new ArrayList<>();
      List<Agreement> drawnAfter = new ArrayList<>();
      for (int i = 0; i < before.size(); i++) {
        int article = random.nextInt(before.size());
        drawnBefore.add(before.get(article));
        drawnAfter.add(after.get(article));
      }
      gains[d] = Agreement.sum(drawnAfter).rough() - Agreement.sum(drawnBefore).rough();
    }
    Arrays.sort(gains);
    if (gains[CHANCE] > 0) {
      return Helpfulness.BETTER;
    }
    return gains[DRAWS - 1 - CHANCE] < 0 ? Helpfulness.WORSE : Helpfulness.UNCLEAR;
  }
}
