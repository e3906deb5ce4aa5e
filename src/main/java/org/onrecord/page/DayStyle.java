package org.onrecord.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;

/**
 * In which order a reader is used to see a day written: "7 Nov 2024", or "Nov 7, 2024" where the
 * language that a browser prefers is of a country that has the month first. Which one holds is told
 * to the thread that makes a page, by {@link #hold()}.
 */
public enum DayStyle {
  DAY_FIRST("d MMM yyyy", "d MMMM yyyy"),
  MONTH_FIRST("MMM d, yyyy", "MMMM d, yyyy");

  /** Where English has the month first (Unicode CLDR 48, medium dates of {@code en}). */
  private static final Set<String> MONTH_FIRST_IN =
      Set.of("US", "AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "VI");

  private static final ThreadLocal<DayStyle> HELD = ThreadLocal.withInitial(() -> DAY_FIRST);

  private final DateTimeFormatter day;
  private final DateTimeFormatter longDay;

  DayStyle(String day, String longDay) {
    this.day = DateTimeFormatter.ofPattern(day, Locale.ENGLISH);
    this.longDay = DateTimeFormatter.ofPattern(longDay, Locale.ENGLISH);
  }

  /**
   * The order for what a browser prefers.
   *
   * @param accepted the value of {@code Accept-Language} (RFC 9110, 12.5.4); what cannot be read
   *     prefers nothing
   */
  public static DayStyle of(String accepted) {
    List<LanguageRange> ranges;
    try {
      ranges = LanguageRange.parse(accepted);
    } catch (IllegalArgumentException unreadable) {
      return DAY_FIRST;
    }
    return ranges.stream()
            .map(range -> Locale.forLanguageTag(range.getRange()).getCountry())
            .limit(1)
            .anyMatch(MONTH_FIRST_IN::contains)
        ? MONTH_FIRST
        : DAY_FIRST;
  }

  /** Has this thread write days so; gives back how it wrote them before. */
  public DayStyle hold() {
    DayStyle before = HELD.get();
    HELD.set(this);
    return before;
  }

  static DayStyle held() {
    return HELD.get();
  }

  String day(LocalDate day) {
    return this.day.format(day);
  }

  String longDay(LocalDate day) {
    return longDay.format(day);
  }
}
