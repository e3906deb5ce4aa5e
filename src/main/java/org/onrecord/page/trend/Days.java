package org.onrecord.page.trend;

import java.time.LocalDate;
import java.time.YearMonth;
import org.onrecord.page.Wording;
import org.onrecord.trend.Trends.Point;

/** How the days of a point are written. */
final class Days {
  private Days() {}

  /** "2016", "Oct 2016", "3 Oct 2016", "3 Oct 2016 to 9 Oct 2016". */
  static String of(Point point) {
    LocalDate from = point.from();
    LocalDate to = point.to();
    if (from.equals(to)) {
      return Wording.day(from);
    }
    if (from.getDayOfYear() == 1 && to.equals(from.withDayOfYear(from.lengthOfYear()))) {
      return String.valueOf(from.getYear());
    }
    if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth())) {
      return Wording.month(from);
    }
    return Wording.day(from) + " to " + Wording.day(to);
  }
}
