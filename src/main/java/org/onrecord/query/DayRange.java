package org.onrecord.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.query.Query.Dated;

/** Days as a query writes them: {@code 2024}, {@code 2024-11..2025-01}, {@code 2024-11-07..}. */
final class DayRange {
  private static final String POINT = "([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?";
  private static final Pattern ONE = Pattern.compile(POINT);
  private static final Pattern RANGE =
      Pattern.compile("((?:" + POINT + ")?)\\.\\.((?:" + POINT + ")?)");

  private DayRange() {}

  /**
   * Reads the value of {@code date:}.
   *
   * @throws QuerySyntaxException if it is none
   */
  static Dated read(String text, int position) throws QuerySyntaxException {
    Matcher range = RANGE.matcher(text);
    boolean isRange = range.matches() && text.length() > 2;
    if (!isRange && !ONE.matcher(text).matches()) {
      throw malformed(text, position);
    }
    LocalDate from = isRange ? first(range.group(1), text, position) : first(text, text, position);
    LocalDate to = isRange ? last(range.group(5), text, position) : last(text, text, position);
    if (from != null && to != null && from.isAfter(to)) {
      throw new QuerySyntaxException(
          "The first day, " + from + ", is after the last, " + to + ": exchange them.", position);
    }
    return new Dated(from, to, position);
  }

  private static @Nullable LocalDate first(String point, String text, int position)
      throws QuerySyntaxException {
    return point.isEmpty() ? null : day(point, text, position, End.FIRST);
  }

  private static @Nullable LocalDate last(String point, String text, int position)
      throws QuerySyntaxException {
    return point.isEmpty() ? null : day(point, text, position, End.LAST);
  }

  private enum End {
    FIRST,
    LAST
  }

  private static LocalDate day(String point, String text, int position, End end)
      throws QuerySyntaxException {
    boolean first = end == End.FIRST;
    try {
      return switch (point.length()) {
        case 4 -> LocalDate.of(Integer.parseInt(point), first ? 1 : 12, first ? 1 : 31);
        case 7 -> first ? YearMonth.parse(point).atDay(1) : YearMonth.parse(point).atEndOfMonth();
        default -> LocalDate.parse(point);
      };
    } catch (DateTimeException noSuchDay) {
      throw malformed(text, position);
    }
  }

  private static QuerySyntaxException malformed(String text, int position) {
    return new QuerySyntaxException(
        "\""
            + text
            + "\" is no date here. Write date:2024, date:2024-11, date:2024-11-07 or a range such"
            + " as date:2024-11..2025-01, which may be open at one end.",
        position);
  }

  /** The shortest way to write it. */
  static String print(Dated dated) {
    LocalDate from = dated.from();
    LocalDate to = dated.to();
    if (from == null || to == null) {
      return (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }
    if (from.equals(to)) {
      return from.toString();
    }
    boolean wholeMonths = from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    if (!wholeMonths) {
      return from + ".." + to;
    }
    boolean wholeYears = from.getMonthValue() == 1 && to.getMonthValue() == 12;
    String first = wholeYears ? year(from) : YearMonth.from(from).toString();
    String last = wholeYears ? year(to) : YearMonth.from(to).toString();
    return first.equals(last) ? first : first + ".." + last;
  }

  private static String year(LocalDate day) {
    return day.toString().substring(0, 4);
  }
}
