package org.onrecord.evaluation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.search.SearchRequest;

/**
 * Asks several the searches of a log in rounds, one after the other in each round, so that they had
 * the same machine. No search is asked twice of the same but to warm up, so that nobody answers
 * from what was kept of an answer.
 *
 * @param clients how many ask at a time
 */
public record SideBySide(List<BenchTarget> targets, Nodes nodes, int clients) {
  public SideBySide {
    targets = List.copyOf(targets);
  }

  /** What the processors have worked so far for each node of an engine, by its name. */
  @FunctionalInterface
  public interface Nodes {
    Map<String, Duration> processorTimes() throws IOException;
  }

  /**
   * One round of one that was asked.
   *
   * @param here what the processors worked for this program meanwhile
   * @param nodes the same of each node, by its name
   */
  public record Round(
      int number, String target, SearchSpeed speed, Duration here, Map<String, Duration> nodes) {
    public Round {
      nodes = Map.copyOf(nodes);
    }

    /** What the processors worked for a search, ms: of this program and all nodes. */
    public double millis() {
      return perSearch(nodes.values().stream().reduce(here, Duration::plus));
    }

    /** The same of the nodes alone, by their names. */
    public Map<String, Double> nodeMillis() {
      Map<String, Double> each = new TreeMap<>();
      nodes.forEach((name, time) -> each.put(name, perSearch(time)));
      return each;
    }

    /** The same of this program. */
    public double ownMillis() {
      return perSearch(here);
    }

    private double perSearch(Duration time) {
      return time.toNanos() / 1e6 / Math.max(1, speed.asked().size());
    }
  }

  /**
   * Asks all of them.
   *
   * @param log is cut into a part for each round, and one before by which all are warmed up
   * @param rounds at least one
   * @param warm how often they are asked the first part
   * @throws IOException if the log is shorter than that, or one does not answer
   */
  public SideBySideReport run(SearchLog log, int rounds, int warm)
      throws IOException, InterruptedException {
    List<SearchLog.Entry> entries = new ArrayList<>(log.entries());
    Collections.shuffle(entries, new Random(1));
    int length = entries.size() / (rounds + 1);
    if (length == 0) {
      throw new IOException(
          "%d searches are too few for %d rounds and one to warm up"
              .formatted(entries.size(), rounds));
    }
    for (BenchTarget target : targets) {
      ask(target, new SearchLog(entries.subList(0, length)), warm, new ConcurrentHashMap<>());
    }
    List<Round> measured = new ArrayList<>();
    ComparedTotals totals = new ComparedTotals();
    Map<String, Duration> before = nodes.processorTimes();
    for (int round = 1; round <= rounds; round++) {
      SearchLog part = new SearchLog(entries.subList(round * length, (round + 1) * length));
      for (int i = 0; i < targets.size(); i++) {
        BenchTarget target = targets.get((i + round - 1) % targets.size());
        Map<SearchRequest, BenchTarget.Found> found = new ConcurrentHashMap<>();
        Duration own = OwnProcessor.time();
        SearchSpeed speed = ask(target, part, 1, found);
        Duration here = OwnProcessor.time().minus(own);
        Map<String, Duration> after = nodes.processorTimes();
        measured.add(new Round(round, target.name(), speed, here, between(before, after)));
        totals.add(target.name(), found);
        before = after;
      }
    }
    return new SideBySideReport(targets, measured, totals);
  }

  /** What each node worked; one that was started meanwhile since then. */
  private static Map<String, Duration> between(
      Map<String, Duration> before, Map<String, Duration> after) {
    Map<String, Duration> worked = new TreeMap<>();
    after.forEach(
        (node, time) -> worked.put(node, time.minus(before.getOrDefault(node, Duration.ZERO))));
    return worked;
  }

  private SearchSpeed ask(
      BenchTarget target, SearchLog part, int times, Map<SearchRequest, BenchTarget.Found> found)
      throws IOException, InterruptedException {
    return new SearchBench(
            part,
            request -> {
              BenchTarget.Found one = target.finding().find(request);
              found.put(request, one);
              return one.answer();
            },
            clients)
        .run(times, 0);
  }
}
