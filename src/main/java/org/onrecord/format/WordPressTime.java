package org.onrecord.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as WordPress keeps it, twice: by the clocks of the site and by those of Greenwich. What
 * lies between is the site's zone, in which its day is reckoned.
 */
final class WordPressTime {
  private WordPressTime() {}

  /**
   * The time with its zone, {@code 2024-11-07T18:00+01:00}; without one where the two say none, and
   * empty where there is no time.
   */
  static String of(String local, String greenwich) {
    try {
      LocalDateTime here = LocalDateTime.parse(local.replace(' ', 'T'));
      LocalDateTime there = LocalDateTime.parse(greenwich.replace(' ', 'T'));
      int seconds = Math.toIntExact(Duration.between(there, here).toSeconds());
      return here.atOffset(ZoneOffset.ofTotalSeconds(seconds)).toString();
    } catch (DateTimeException | ArithmeticException _) {
      return local.startsWith("0000") ? "" : local;
    }
  }
}
