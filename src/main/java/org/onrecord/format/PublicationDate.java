package org.onrecord.format;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A day of publication as people and machines write it, in English, in numbers or by ISO 8601. */
public sealed interface PublicationDate {

  /** A day, in the years 1500 to 2200. */
  record Day(LocalDate date) implements PublicationDate {}

  /**
   * Words that are no day.
   *
   * @param reason a clause that quotes them: {@code "32 May 2024" is no date: May has no day 32}
   */
  record Malformed(String reason) implements PublicationDate {}

  /** Reads a date of which nobody has said in which order its numbers are. */
  static PublicationDate parse(String text) {
    return parse(text, DateOrder.UNSAID);
  }

  /**
   * Reads a date: {@code 2024-11-07}, with or without a time of day after it; {@code 20241107},
   * {@code 20241107T180000Z}; {@code 7 November 2024}, {@code Nov. 7, 2024}, {@code Thursday, 7 Nov
   * 2024}; {@code 27.11.2024} and {@code 2024/11/27}; seconds or milliseconds since 1970, of nine
   * and of twelve digits or more. The day is taken as written, whatever the time zone; that of
   * seconds is of UTC. A weekday must be that day's.
   *
   * @param order how numbers are meant that can be read in two ways
   */
  static PublicationDate parse(String text, DateOrder order) {
    return DateParser.parse(text, order);
  }

  /** The time, where the text is a date with a time of day and its zone. */
  static Optional<OffsetDateTime> time(String text) {
    return TimeParser.parse(text);
  }

  /** A time as it is kept, by ISO 8601 with its seconds and zone. */
  static String written(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
