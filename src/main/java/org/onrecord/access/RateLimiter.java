package org.onrecord.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets each client make so many requests a minute: a bucket a client, which holds a minute's worth
 * and is filled evenly. Forgets the client that has been away longest where there are too many.
 * Safe for use by several threads.
 */
public final class RateLimiter {
  private static final int MOST_CLIENTS = 10_000;
  private static final double MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  private record Bucket(double left, long at) {}

  /**
   * A limiter.
   *
   * @param perMinute requests a minute and client; 0 for as many as they like
   * @param nanos a clock, as {@link System#nanoTime}
   */
  public RateLimiter(int perMinute, LongSupplier nanos) {
    if (perMinute < 0) {
      throw new IllegalArgumentException("a rate is not negative: " + perMinute);
    }
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  /** Counts a request; if it is one too many, how long the client must wait for the next. */
  public synchronized Optional<Duration> take(String client) {
    if (perMinute == 0) {
      return Optional.empty();
    }
    long now = nanos.getAsLong();
    Bucket before = buckets.getOrDefault(client, new Bucket(perMinute, now));
    double left = Math.min(perMinute, before.left + (now - before.at) * perMinute / MINUTE);
    boolean allowed = left >= 1;
    buckets.put(client, new Bucket(allowed ? left - 1 : left, now));
    return allowed
        ? Optional.empty()
        : Optional.of(Duration.ofNanos((long) Math.ceil((1 - left) * MINUTE / perMinute)));
  }
}
