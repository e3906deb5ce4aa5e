package org.onrecord.evaluation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well the queries of one collection were answered.
 *
 * @param queries in the order of the collection
 */
public record RankingScores(String name, int documents, List<QueryScore> queries) {
  public RankingScores {
    queries = List.copyOf(queries);
  }

  /** The average over the queries; NaN where there are none. */
  public double mean(ToDoubleFunction<QueryScore> figure) {
    return queries.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /**
   * The time in which a share of the queries was answered.
   *
   * @param share 0 to 1
   */
  public Duration time(double share) {
    List<Duration> times = queries.stream().map(QueryScore::time).sorted().toList();
    return times.isEmpty()
        ? Duration.ZERO
        : times.get(Math.max(0, (int) Math.ceil(share * times.size()) - 1));
  }

  /** The queries that were answered worst, the worst first. */
  public List<QueryScore> worst(int most) {
    return queries.stream()
        .sorted(
            Comparator.comparingDouble(QueryScore::ndcg10)
                .thenComparingDouble(QueryScore::recall100))
        .limit(most)
        .toList();
  }
}
