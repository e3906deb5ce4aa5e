package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * How fast searches were answered.
 *
 * @param nanos how long all took together
 */
public record SearchSpeed(List<Asked> asked, long nanos) {
  private static final double MILLI = 1e6;

  public SearchSpeed {
    asked = List.copyOf(asked);
  }

  /**
   * A search that was answered.
   *
   * @param nanos from asking to the answer
   * @param cpuNanos what the thread worked for it
   * @param bytes how long the answer is
   */
  public record Asked(String kind, long nanos, long cpuNanos, int bytes) {}

  /** How many were answered a second. */
  double perSecond() {
    return asked.size() / (nanos / 1e9);
  }

  /** Within how many milliseconds a share of them was answered, 0 to 1. */
  double millis(double share) {
    return percentile(asked.stream().mapToLong(Asked::nanos).sorted().toArray(), share);
  }

  /** A table in Markdown: a row for each kind of search, and one for all. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| class | searches | p50 ms | p95 | p99 | CPU ms a search | bytes |");
    lines.add("|---|---|---|---|---|---|---|");
    for (String kind : new TreeSet<>(asked.stream().map(Asked::kind).toList())) {
      lines.add(line(kind, asked.stream().filter(one -> one.kind().equals(kind)).toList()));
    }
    lines.add(line("all", asked));
    lines.add(String.format(Locale.ROOT, "%n%.0f searches/s", perSecond()));
    return lines;
  }

  private static String line(String name, List<Asked> some) {
    long[] sorted = some.stream().mapToLong(Asked::nanos).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.0f |",
        name,
        sorted.length,
        percentile(sorted, 0.5),
        percentile(sorted, 0.95),
        percentile(sorted, 0.99),
        some.stream().mapToLong(Asked::cpuNanos).average().orElse(0) / MILLI,
        some.stream().mapToInt(Asked::bytes).average().orElse(0));
  }

  private static double percentile(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / MILLI;
  }
}
