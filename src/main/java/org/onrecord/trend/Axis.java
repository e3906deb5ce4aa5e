package org.onrecord.trend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.DateInterval;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.trend.Trends.Point;

/**
 * The intervals of a chart, from the first to the last that has anything.
 *
 * @param from the first day, inclusive
 * @param to the last day, inclusive
 */
record Axis(DateInterval interval, LocalDate from, LocalDate to) {
  /** How many points a series has at the most where nobody said how wide they are. */
  private static final int DRAWN = 60;

  /** From the first to the last of what was counted; empty where nothing has a date. */
  static Optional<Axis> over(DateInterval interval, List<DatedCounts> counted) {
    List<LocalDate> starts =
        counted.stream()
            .flatMap(
                one ->
                    one.buckets().isEmpty()
                        ? Stream.<LocalDate>empty()
                        : Stream.of(
                            one.buckets().getFirst().from(), one.buckets().getLast().from()))
            .sorted()
            .toList();
    return starts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Axis(interval, starts.getFirst(), interval.next(starts.getLast()).minusDays(1)));
  }

  /** The finest interval that is drawn over these days. */
  DateInterval finest() {
    for (DateInterval each : DateInterval.values()) {
      if (size(each) <= DRAWN) {
        return each;
      }
    }
    return DateInterval.YEAR;
  }

  /** How many intervals of a width there are about. */
  private long size(DateInterval width) {
    return 1
        + switch (width) {
          case DAY -> ChronoUnit.DAYS.between(from, to);
          case WEEK -> ChronoUnit.WEEKS.between(width.start(from), to);
          case MONTH -> ChronoUnit.MONTHS.between(width.start(from), to);
          case YEAR -> ChronoUnit.YEARS.between(width.start(from), to);
        };
  }

  /**
   * Refuses more points than are given.
   *
   * @throws InvalidRequestException which says what would do
   */
  void check() {
    long points = size(interval);
    if (points > TrendRequest.MOST_POINTS) {
      DateInterval fitting =
          Stream.of(DateInterval.values())
              .filter(each -> size(each) <= TrendRequest.MOST_POINTS)
              .findFirst()
              .orElse(DateInterval.YEAR);
      throw new InvalidRequestException(
          "interval",
          -1,
          "From %s to %s there are %,d points by the %s, and a series has at most %,d: %s narrow the days by from and to."
              .formatted(
                  from,
                  to,
                  points,
                  interval.label(),
                  TrendRequest.MOST_POINTS,
                  fitting.compareTo(interval) > 0
                      ? "take interval=" + fitting.label() + ", or"
                      : ""),
          null);
    }
  }

  /**
   * A point for each interval.
   *
   * @param first the first day that was asked for; null for any
   * @param last the last one
   */
  List<Point> points(
      DatedCounts counts, DatedCounts whole, @Nullable LocalDate first, @Nullable LocalDate last) {
    Map<LocalDate, DatedCounts.Bucket> own = byStart(counts);
    Map<LocalDate, DatedCounts.Bucket> of = byStart(whole);
    List<Point> points = new ArrayList<>();
    for (LocalDate start = from; !start.isAfter(to); start = interval.next(start)) {
      DatedCounts.Bucket none = new DatedCounts.Bucket(start, 0, Map.of());
      DatedCounts.Bucket bucket = own.getOrDefault(start, none);
      LocalDate end = interval.next(start).minusDays(1);
      points.add(
          new Point(
              first != null && first.isAfter(start) ? first : start,
              last != null && last.isBefore(end) ? last : end,
              bucket.count(),
              of.getOrDefault(start, none).count(),
              bucket.polarities()));
    }
    return points;
  }

  private static Map<LocalDate, DatedCounts.Bucket> byStart(DatedCounts counts) {
    Map<LocalDate, DatedCounts.Bucket> byStart = new HashMap<>();
    counts.buckets().forEach(bucket -> byStart.put(bucket.from(), bucket));
    return byStart;
  }
}
