package org.onrecord.registry;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, both ends inclusive.
 *
 * @param start the first day, or null where it is open: "always has been", or nobody knows
 * @param end the last day, or null where it is open: "still is", or nobody knows
 */
public record DatePeriod(@Nullable LocalDate start, @Nullable LocalDate end) {
  /** Open at both ends. */
  public static final DatePeriod ALWAYS = new DatePeriod(null, null);

  public DatePeriod {
    if (start != null && end != null && end.isBefore(start)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "it ends %s, before it starts %s", end, start));
    }
  }

  /** Registries write it for the end of what goes on. */
  private static final int NEVER = 9999;

  /**
   * The period between two dates as registry files write them: {@code 2010}, {@code 2010-05} or
   * {@code 2010-05-14}. A partial start is its first day, a partial end its last; null, blank, an
   * end in the year 9999 and a start in the year 0 or 1 are open.
   *
   * @throws IllegalArgumentException if one is no date, or the end lies before the start; the
   *     message says which
   */
  public static DatePeriod of(@Nullable String start, @Nullable String end) {
    return of("start", start, "end", end);
  }

  /** The same of two dates that are called so. */
  static DatePeriod of(
      String startName, @Nullable String start, String endName, @Nullable String end) {
    LocalDate first =
        start == null || start.isBlank() ? null : PartialDate.parse(startName, start).firstDay();
    LocalDate last =
        end == null || end.isBlank() ? null : PartialDate.parse(endName, end).lastDay();
    return new DatePeriod(
        first == null || first.getYear() <= 1 ? null : first,
        last == null || last.getYear() >= NEVER ? null : last);
  }

  public boolean contains(LocalDate date) {
    return !startsAfter(date) && !endedBefore(date);
  }

  public boolean startsAfter(LocalDate date) {
    return start != null && start.isAfter(date);
  }

  public boolean endedBefore(LocalDate date) {
    return end != null && end.isBefore(date);
  }

  /** Whether some day lies in both. */
  public boolean overlaps(DatePeriod other) {
    return (other.end == null || !startsAfter(other.end))
        && (other.start == null || !endedBefore(other.start));
  }

  /** Whether every day of {@code other} lies in this one. */
  public boolean encloses(DatePeriod other) {
    boolean startsInTime = start == null || (other.start != null && !startsAfter(other.start));
    boolean endsInTime = end == null || (other.end != null && !endedBefore(other.end));
    return startsInTime && endsInTime;
  }
}
