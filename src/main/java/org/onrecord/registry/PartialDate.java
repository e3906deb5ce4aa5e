package org.onrecord.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A date of which the day, or the month too, may be missing (Popolo writes ISO 8601 with reduced
 * precision).
 *
 * @param firstDay the first day that it can stand for
 * @param lastDay the last day that it can stand for
 */
record PartialDate(LocalDate firstDay, LocalDate lastDay) {

  /**
   * Reads {@code 2010}, {@code 2010-05} or {@code 2010-05-14}; zeros as month or day count as
   * missing.
   *
   * @param name what the date is called in the message, {@code end}
   * @throws IllegalArgumentException "end 2019-02-30 is no date"
   */
  static PartialDate parse(String name, String text) {
    String date = text.strip();
    while (date.endsWith("-00")) {
      date = date.substring(0, date.length() - 3);
    }
    try {
      return switch (date.length()) {
        case 4 -> ofYear(Year.parse(date));
        case 7 -> ofMonth(YearMonth.parse(date));
        default -> ofDay(LocalDate.parse(date));
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " " + text.strip() + " is no date", e);
    }
  }

  private static PartialDate ofYear(Year year) {
    return new PartialDate(year.atDay(1), year.atDay(year.length()));
  }

  private static PartialDate ofMonth(YearMonth month) {
    return new PartialDate(month.atDay(1), month.atEndOfMonth());
  }

  private static PartialDate ofDay(LocalDate day) {
    return new PartialDate(day, day);
  }
}
