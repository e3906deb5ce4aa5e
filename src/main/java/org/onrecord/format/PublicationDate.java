package org.onrecord.format;

import java.time.LocalDate;

/** A day of publication as people and machines write it, in English or by ISO 8601. */
public sealed interface PublicationDate {

  /** A day, in the years 1500 to 2200. */
  record Day(LocalDate date) implements PublicationDate {}

  /**
   * Words that are no day.
   *
   * @param reason a clause that quotes them: {@code "32 May 2024" is no date: May has no day 32}
   */
  record Malformed(String reason) implements PublicationDate {}

  /**
   * Reads a date: {@code 2024-11-07}, with or without a time of day after it; {@code 7 November
   * 2024}, {@code Nov. 7, 2024}, {@code Thursday, 7 Nov 2024}. The day is taken as written,
   * whatever the time zone; a weekday must be that day's.
   */
  static PublicationDate parse(String text) {
    return DateParser.parse(text);
  }
}
