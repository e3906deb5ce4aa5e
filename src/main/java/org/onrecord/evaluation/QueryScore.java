package org.onrecord.evaluation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How well one query was answered; each figure is 0 to 1.
 *
 * @param ndcg10 the discounted gain of the first ten documents against that of the ten best (gains
 *     as judged, the discount of rank r is log2(r + 1))
 * @param reciprocalRank 1 / the rank of the first relevant document; 0 where none was found
 * @param recall100 the share of the relevant documents that are among the first hundred
 * @param time how long the first page took, with highlights and facets
 */
public record QueryScore(
    JudgedQuery query, double ndcg10, double reciprocalRank, double recall100, Duration time) {
  /** How many documents of an answer count. */
  public static final int DEPTH = 100;

  private static final int TOP = 10;

  /**
   * Scores an answer.
   *
   * @param ranking the ids of the documents found, the best first, each once
   */
  public static QueryScore of(JudgedQuery query, List<String> ranking, Duration time) {
    List<Integer> gains =
        ranking.stream().limit(DEPTH).map(id -> query.gains().getOrDefault(id, 0)).toList();
    List<Integer> best = query.gains().values().stream().sorted(Comparator.reverseOrder()).toList();
    long found = gains.stream().filter(gain -> gain > 0).count();
    int first = 0;
    while (first < gains.size() && gains.get(first) == 0) {
      first++;
    }
    return new QueryScore(
        query,
        discounted(gains) / discounted(best),
        first < gains.size() ? 1.0 / (first + 1) : 0,
        (double) found / best.size(),
        time);
  }

  private static double discounted(List<Integer> gains) {
    double sum = 0;
    for (int i = 0; i < Math.min(TOP, gains.size()); i++) {
      sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
    }
    return sum;
  }
}
