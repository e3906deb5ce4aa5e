package org.onrecord.page.part;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.FacetCounts;

/**
 * How many hits each month, or year, has: columns of whole years, so that a lone month looks like
 * one. Geometry is in units of a drawing 100 a column wide and {@value #HEIGHT} high.
 *
 * @param caption what the columns are
 * @param columns the oldest first
 * @param labels what stands below: every column's name where there is room, else the ends'
 */
public record DateChart(String caption, List<Column> columns, List<String> labels) {
  static final int HEIGHT = 72;
  private static final int TALLEST = 66;
  private static final int LEAST = 3;
  private static final int WIDTH = 100;
  private static final int MANY_MONTHS = 36;
  private static final int NAMED = 12;

  public DateChart {
    columns = List.copyOf(columns);
    labels = List.copyOf(labels);
  }

  /**
   * A month or a year.
   *
   * @param from its first day
   * @param to its last day
   * @param name "Nov 2024"
   * @param told what a screen reader says: "Nov 2024: 7 passages"
   * @param chosen whether the search's days touch it
   * @param href the search within it; null where it holds nothing
   */
  public record Column(
      LocalDate from,
      LocalDate to,
      String name,
      String told,
      boolean chosen,
      @Nullable String href,
      int index,
      int tall) {
    public int left() {
      return index * WIDTH;
    }

    public int barLeft() {
      return left() + 14;
    }

    public int top() {
      return HEIGHT - tall;
    }
  }

  public int width() {
    return columns.size() * WIDTH;
  }

  /** The chart; empty where nothing has a date. */
  public static DateChart of(
      FacetCounts.Dates dates,
      Address address,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Tab.Kind kind) {
    List<FacetCounts.Bucket> buckets = dates.buckets();
    if (buckets.isEmpty()) {
      return new DateChart("By date", List.of(), List.of());
    }
    YearMonth first = YearMonth.from(buckets.getFirst().from());
    YearMonth last = YearMonth.from(buckets.getLast().from());
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    int step = months > MANY_MONTHS ? 12 : 1;
    YearMonth start = first.withMonth(1);
    int size = (last.getYear() - first.getYear() + 1) * 12 / step;
    long[] counts = new long[size];
    for (FacetCounts.Bucket bucket : buckets) {
      counts[index(start, YearMonth.from(bucket.from()), step)] += bucket.count();
    }
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      YearMonth at = start.plusMonths((long) i * step);
      LocalDate begin = at.atDay(1);
      LocalDate end = at.plusMonths(step - 1L).atEndOfMonth();
      String name = name(at, step);
      columns.add(
          new Column(
              begin,
              end,
              name,
              name + ": " + kind.count(counts[i]),
              touches(begin, end, from, to),
              counts[i] == 0
                  ? null
                  : address.with("from", begin.toString()).with("to", end.toString()).page(),
              i,
              counts[i] == 0
                  ? 0
                  : (int) Math.max(LEAST, Math.round((double) TALLEST * counts[i] / most))));
    }
    String years =
        first.getYear() == last.getYear()
            ? String.valueOf(first.getYear())
            : first.getYear() + " to " + last.getYear();
    return new DateChart(
        kind.title() + " by " + (step == 1 ? "month" : "year") + ", " + years,
        columns,
        labels(columns, start, step));
  }

  private static int index(YearMonth start, YearMonth at, int step) {
    return ((at.getYear() - start.getYear()) * 12 + at.getMonthValue() - start.getMonthValue())
        / step;
  }

  private static boolean touches(
      LocalDate begin, LocalDate end, @Nullable LocalDate from, @Nullable LocalDate to) {
    return (from != null || to != null)
        && (from == null || !from.isAfter(end))
        && (to == null || !to.isBefore(begin));
  }

  private static String name(YearMonth at, int step) {
    return step == 12 ? String.valueOf(at.getYear()) : month(at) + " " + at.getYear();
  }

  private static String month(YearMonth at) {
    return at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static List<String> labels(List<Column> columns, YearMonth start, int step) {
    if (columns.size() > NAMED) {
      return step == 1
          ? columns.stream().filter(c -> c.index() % 12 == 0).map(c -> year(c.from())).toList()
          : List.of(columns.getFirst().name(), columns.getLast().name());
    }
    return columns.stream()
        .map(c -> step == 1 ? month(start.plusMonths(c.index())) : c.name())
        .toList();
  }

  private static String year(LocalDate day) {
    return String.valueOf(day.getYear());
  }
}
