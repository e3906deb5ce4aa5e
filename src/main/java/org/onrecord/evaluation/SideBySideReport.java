package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.onrecord.evaluation.SideBySide.Round;

/**
 * What was measured side by side, as tables in Markdown.
 *
 * @param targets those that were asked; the first is compared with each of the others
 */
public record SideBySideReport(
    List<BenchTarget> targets, List<Round> rounds, ComparedTotals totals) {
  public SideBySideReport {
    targets = List.copyOf(targets);
    rounds = List.copyOf(rounds);
  }

  /** A row for each round of each, then one for each ratio, then how many totals agree. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| round | asked | searches | searches/s | p50 ms | p99 ms | processor ms a search: all"
            + " | this program | nodes | busiest node |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    rounds.forEach(round -> lines.add(row(Integer.toString(round.number()), List.of(round))));
    targets.forEach(target -> lines.add(row("median", of(target.name()))));
    lines.add("");
    lines.add("| ratio of the same round | median | rounds |");
    lines.add("|---|---|---|");
    String first = targets.getFirst().name();
    for (BenchTarget target : targets.subList(1, targets.size())) {
      String other = target.name();
      lines.add(
          ratios(
              "searches/s, %s ÷ %s".formatted(first, other),
              ratios(first, other, round -> round.speed().perSecond())));
      lines.add(
          ratios(
              "processor ms, %s ÷ %s".formatted(other, first),
              ratios(other, first, Round::millis)));
      if (target.onNodes()) {
        lines.add(
            ratios(
                "processor ms of the nodes, %s ÷ %s".formatted(other, first),
                ratios(other, first, SideBySideReport::ofNodes)));
      }
    }
    lines.add("");
    for (BenchTarget target : targets.subList(1, targets.size())) {
      lines.add(totals.compared(first, target.name()));
    }
    return lines;
  }

  private List<Round> of(String target) {
    return rounds.stream().filter(round -> round.target().equals(target)).toList();
  }

  /** Medians of what some rounds of one took. */
  private static String row(String number, List<Round> some) {
    Round one = some.getFirst();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %.1f | %.1f | %.2f | %.2f | %s | %.2f |",
        number,
        one.target(),
        some.stream().mapToInt(round -> round.speed().asked().size()).sum(),
        median(some, round -> round.speed().perSecond()),
        median(some, round -> round.speed().millis(.5)),
        median(some, round -> round.speed().millis(.99)),
        median(some, Round::millis),
        median(some, Round::ownMillis),
        one.nodeMillis().keySet().stream()
            .map(node -> written(median(some, round -> round.nodeMillis().getOrDefault(node, 0.0))))
            .collect(Collectors.joining(" ")),
        median(some, SideBySideReport::ofBusiest));
  }

  private static double ofNodes(Round round) {
    return round.nodeMillis().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double ofBusiest(Round round) {
    return round.nodeMillis().values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private List<Double> ratios(String over, String under, ToDoubleFunction<Round> what) {
    List<Double> ratios = new ArrayList<>();
    for (Round round : of(over)) {
      for (Round other : of(under)) {
        if (other.number() == round.number()) {
          ratios.add(what.applyAsDouble(round) / what.applyAsDouble(other));
        }
      }
    }
    return ratios;
  }

  private static String ratios(String what, List<Double> each) {
    return "| %s | %s | %s |"
        .formatted(
            what,
            written(median(each)),
            each.stream().map(SideBySideReport::written).collect(Collectors.joining(" ")));
  }

  private static String written(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static double median(List<Round> some, ToDoubleFunction<Round> what) {
    return median(some.stream().map(what::applyAsDouble).toList());
  }

  private static double median(List<Double> some) {
    List<Double> sorted = some.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
