package org.onrecord.http.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many of a thing there may be at a time. When there are that many, the log says so, once a
 * minute at the most. Safe for use by several threads.
 */
final class CappedCount {
  private static final Logger LOG = LoggerFactory.getLogger(CappedCount.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final int most;
  private final String things;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicLong told = new AtomicLong(System.nanoTime() - QUIET);

  /**
   * Places that are all free.
   *
   * @param things what they are for, {@code connections}
   */
  CappedCount(int most, String things) {
    this.most = most;
    this.things = things;
  }

  /** Takes one; false, and nothing taken, if there is none. */
  boolean take() {
    int now = taken.get();
    while (now < most) {
      if (taken.compareAndSet(now, now + 1)) {
        return true;
      }
      now = taken.get();
    }
    tell();
    return false;
  }

  void release() {
    taken.decrementAndGet();
  }

  int taken() {
    return taken.get();
  }

  private void tell() {
    long now = System.nanoTime();
    long last = told.get();
    if (now - last >= QUIET && told.compareAndSet(last, now)) {
      LOG.warn("There are {} {}, the most at a time: further ones are refused", most, things);
    }
  }
}
