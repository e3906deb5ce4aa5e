package org.onrecord.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed from one asking to the next.
 *
 * @param etag the version that was read last, as the server names it
 * @param modified when that was changed, as the server has it
 * @param due when it may be asked again, in seconds since 1970
 * @param failures how often in a row it could not be read
 */
record FeedState(@Nullable String etag, @Nullable String modified, long due, int failures) {
  static final FeedState NEW = new FeedState(null, null, 0, 0);

  /** The longest that is waited, however often it failed or whatever the server asks for. */
  static final Duration LONGEST = Duration.ofDays(1);

  boolean isDue(Instant now) {
    return now.getEpochSecond() >= due;
  }

  /** It was read, or has not changed. */
  FeedState read(
      Optional<String> newEtag, Optional<String> newModified, Instant now, Duration wait) {
    return new FeedState(newEtag.orElse(null), newModified.orElse(null), after(now, wait), 0);
  }

  /** It could not be read: each time in a row doubles the wait. */
  FeedState failed(Instant now, Duration wait, Optional<Duration> asked) {
    Duration doubled = wait.multipliedBy(1L << Math.min(failures + 1, 10));
    Duration longer = asked.filter(a -> a.compareTo(doubled) > 0).orElse(doubled);
    return new FeedState(etag, modified, after(now, longer), failures + 1);
  }

  private static long after(Instant now, Duration wait) {
    Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    return now.plus(bounded).getEpochSecond();
  }
}
