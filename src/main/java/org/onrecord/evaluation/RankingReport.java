package org.onrecord.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scores of searches for people and for programs. */
public final class RankingReport {
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int SHOWN = 70;
  private static final double DIGITS = 1e4;

  private RankingReport() {}

  /** The heading over {@link #line}. */
  public static String heading() {
    return row("collection", "documents", "queries", "nDCG@10", "MRR", "R@100", "p50", "p95");
  }

  /** The figures of one collection, on one line. */
  public static String line(RankingScores scores) {
    return row(
        scores.name(),
        String.valueOf(scores.documents()),
        String.valueOf(scores.queries().size()),
        figure(scores.mean(QueryScore::ndcg10)),
        figure(scores.mean(QueryScore::reciprocalRank)),
        figure(scores.mean(QueryScore::recall100)),
        millis(scores.time(0.5)),
        millis(scores.time(0.95)));
  }

  /**
   * The queries that were answered worst, a line each: nDCG@10, R@100, id, text.
   *
   * @param most how many
   */
  public static List<String> worst(RankingScores scores, int most) {
    return scores.worst(most).stream().map(RankingReport::described).toList();
  }

  private static String described(QueryScore score) {
    String text = score.query().text().strip().replaceAll("\\s+", " ");
    return String.format(
        Locale.ROOT,
        "  %s %s  %s: %s",
        figure(score.ndcg10()),
        figure(score.recall100()),
        score.query().id(),
        text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…");
  }

  private static String row(String name, String... figures) {
    return String.format(
            Locale.ROOT,
            "%-14s %9s %7s %7s %6s %6s %8s %8s",
            name,
            figures[0],
            figures[1],
            figures[2],
            figures[3],
            figures[4],
            figures[5],
            figures[6])
        .stripTrailing();
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }

  /**
   * Everything measured, by the collections' names, each with a member a query; no text of a
   * document is in it.
   *
   * @param command how to make it again
   */
  public static String json(String command, List<RankingScores> collections) {
    ObjectNode node = PRETTY.createObjectNode().put("command", command);
    for (RankingScores scores : collections) {
      ObjectNode one = node.putObject(scores.name());
      one.put("documents", scores.documents()).put("queries", scores.queries().size());
      put(one, "ndcg10", scores.mean(QueryScore::ndcg10));
      put(one, "mrr", scores.mean(QueryScore::reciprocalRank));
      put(one, "r100", scores.mean(QueryScore::recall100));
      one.put("p50Millis", scores.time(0.5).toNanos() / 1e6);
      one.put("p95Millis", scores.time(0.95).toNanos() / 1e6);
      ObjectNode byQuery = one.putObject("byQuery");
      for (QueryScore score : scores.queries()) {
        ObjectNode query = byQuery.putObject(score.query().id());
        put(query, "ndcg10", score.ndcg10());
        put(query, "rr", score.reciprocalRank());
        put(query, "r100", score.recall100());
      }
    }
    return PRETTY.writeValueAsString(node);
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, Math.round(value * DIGITS) / DIGITS);
    }
  }
}
