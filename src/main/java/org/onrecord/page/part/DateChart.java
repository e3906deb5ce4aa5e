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
 * @param before what a few dates long before the others hold, which would leave those no room; null
 *     where there are none
 */
public record DateChart(
    String caption, List<Column> columns, List<String> labels, @Nullable Before before) {
  static final int HEIGHT = 72;
  private static final int TALLEST = 66;
  private static final int LEAST = 3;
  private static final int WIDTH = 100;
  private static final int MANY_MONTHS = 36;
  private static final int NAMED = 12;

  /** One in so many hits is few. */
  private static final int FEW = 200;

  /** No chart. */
  public static final DateChart NONE = new DateChart("By date", List.of(), List.of(), null);

  /**
   * Hits before the first column.
   *
   * @param told "48 passages before 2011"
   */
  public record Before(String told, String href) {}

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
    List<FacetCounts.Bucket> all = dates.buckets();
    if (all.isEmpty()) {
      return NONE;
    }
    int left = from == null ? longBefore(all) : 0;
    List<FacetCounts.Bucket> buckets = all.subList(left, all.size());
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
        labels(columns, start, step),
        left == 0 ? null : before(all.subList(0, left), start, address, kind));
  }

  /** How many of the first columns hold next to nothing, and would take half of the room. */
  private static int longBefore(List<FacetCounts.Bucket> buckets) {
    long total = buckets.stream().mapToLong(FacetCounts.Bucket::count).sum();
    long passed = 0;
    int left = 0;
    while (left < buckets.size() && (passed + buckets.get(left).count()) * FEW <= total) {
      passed += buckets.get(left++).count();
    }
    if (left == 0) {
      return 0;
    }
    LocalDate first = buckets.getFirst().from();
    LocalDate begin = buckets.get(left).from();
    LocalDate last = buckets.getLast().from();
    boolean squeezes =
        first.getYear() < begin.getYear()
            && ChronoUnit.DAYS.between(first, begin) >= ChronoUnit.DAYS.between(begin, last);
    return squeezes ? left : 0;
  }

  private static Before before(
      List<FacetCounts.Bucket> left, YearMonth start, Address address, Tab.Kind kind) {
    long count = left.stream().mapToLong(FacetCounts.Bucket::count).sum();
    return new Before(
        kind.count(count) + " before " + start.getYear(),
        address.with("to", start.atDay(1).minusDays(1).toString()).page());
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
