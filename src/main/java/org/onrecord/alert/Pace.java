package org.onrecord.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message that did not arrive is tried again, and for how long.
 *
 * @param first after the first try; each further pause is twice as long
 * @param longest no pause is longer
 * @param end for how long all tries fail until it is given up
 */
public record Pace(Duration first, Duration longest, Duration end) {
  public static final Pace DEFAULT =
      new Pace(Duration.ofSeconds(30), Duration.ofHours(6), Duration.ofDays(7));

  private static final int MOST_DOUBLED = 30;

  /**
   * How long to wait.
   *
   * @param tries how many have failed, this one included
   * @param asked how long the receiver asked to be left alone
   * @param random so that not all of a receiver's messages come at one time: from half of the pause
   */
  Duration pause(int tries, Optional<Duration> asked, RandomGenerator random) {
    double doubled = (double) first.toMillis() * (1L << Math.clamp(tries - 1L, 0, MOST_DOUBLED));
    long millis = (long) Math.min(doubled, longest.toMillis());
    Duration own = Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    Duration wanted = asked.orElse(Duration.ZERO);
    Duration longer = own.compareTo(wanted) < 0 ? wanted : own;
    return longer.compareTo(longest) > 0 ? longest : longer;
  }
}
