package org.onrecord.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.onrecord.article.Labelled;

/** When what was found is sent. */
public enum Grouping implements Labelled {
  /** At once, but one message a minute at the most: what comes meanwhile is in the next. */
  NOW,
  /** What was found in an hour, at the end of it. */
  HOURLY,
  /** What was found in a day, at six the next morning. */
  DAILY;

  private static final Duration APART = Duration.ofMinutes(1);
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  /**
   * When a message is due.
   *
   * @param since when the first of what is in it was found
   * @param last when the one before it was first sent; null for the first
   * @param zone whose mornings these are
   */
  Instant due(Instant since, Optional<Instant> last, ZoneId zone) {
    return switch (this) {
      case NOW -> last.map(at -> at.plus(APART)).filter(at -> at.isAfter(since)).orElse(since);
      case HOURLY -> since.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
      case DAILY -> {
        ZonedDateTime found = since.atZone(zone);
        ZonedDateTime morning = found.with(MORNING);
        yield (found.isBefore(morning) ? morning : morning.plusDays(1)).toInstant();
      }
    };
  }

  /** The one with this label, in any case. */
  public static Optional<Grouping> of(String label) {
    return Labelled.of(values(), label);
  }
}
