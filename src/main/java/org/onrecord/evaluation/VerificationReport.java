package org.onrecord.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onrecord.evaluation.Probe.Kind;
import org.onrecord.verify.Difference;
import org.onrecord.verify.Verdict;
import org.onrecord.verify.Verification;

/** How an archive's verdicts on probes were. */
public record VerificationReport(List<Tried> tried) {
  public VerificationReport {
    tried = List.copyOf(tried);
  }

  /** A probe and what came of it. */
  public record Tried(Probe probe, Verification answer, Duration took) {

    /** Whether the verdict is right, and what matters most is told first. */
    public boolean isRight() {
      return answer.verdict() == probe.kind().right()
          && switch (probe.kind()) {
            case NUMBER -> tellsFirst(Difference.About.NUMBER);
            case NEGATION -> tellsFirst(Difference.About.NEGATION);
            default -> true;
          };
    }

    private boolean tellsFirst(Difference.About about) {
      List<Difference> differences = answer.candidates().getFirst().differences();
      return !differences.isEmpty() && differences.getFirst().about() == about;
    }
  }

  /** The share of right verdicts, 0 to 1. */
  public double right() {
    return share(tried.stream().filter(Tried::isRight).count(), tried.size());
  }

  /** Of the invented ones, the share that is said to be anything but not here. */
  public double inventedFound() {
    List<Tried> invented =
        tried.stream().filter(one -> one.probe().kind() == Kind.INVENTED).toList();
    return share(
        invented.stream().filter(one -> one.answer().verdict() != Verdict.NOT_HERE).count(),
        invented.size());
  }

  private static double share(long some, int all) {
    return all == 0 ? Double.NaN : some / (double) all;
  }

  /** How long this share of the answers took at the most. */
  public Duration percentile(double share) {
    List<Duration> sorted = tried.stream().map(Tried::took).sorted().toList();
    return sorted.isEmpty()
        ? Duration.ZERO
        : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size())));
  }

  /** A line for each kind of probe, and one for all. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Tried> ofKind = tried.stream().filter(one -> one.probe().kind() == kind).toList();
      long right = ofKind.stream().filter(Tried::isRight).count();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-9s %4d probes, %4d %s",
              kind.label(),
              ofKind.size(),
              right,
              kind.right().label()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%.3f right, %.3f of the invented found; p50 %d ms, p99 %d ms",
            right(),
            inventedFound(),
            percentile(0.5).toMillis(),
            percentile(0.99).toMillis()));
    return lines;
  }
}
