package org.onrecord.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong now = new AtomicLong();
  private final RateLimiter limiter = new RateLimiter(2, now::get);

  @Test
  void bucketFillsEvenlyAndNoFurtherThanAMinutesWorth() {
    assertEquals(Optional.empty(), limiter.take("a"));
    assertEquals(Optional.empty(), limiter.take("a"));
    assertEquals(Optional.of(Duration.ofSeconds(30)), limiter.take("a"));
    pass(Duration.ofSeconds(20));
    assertEquals(10, limiter.take("a").orElseThrow().toSeconds());
    pass(Duration.ofSeconds(11));
    assertEquals(Optional.empty(), limiter.take("a"));
    pass(Duration.ofHours(1));
    assertEquals(Optional.empty(), limiter.take("a"));
    assertEquals(Optional.empty(), limiter.take("a"));
    assertTrue(limiter.take("a").isPresent());
  }

  @Test
  void clientsDoNotShare() {
    limiter.take("a");
    limiter.take("a");
    assertTrue(limiter.take("a").isPresent());
    assertEquals(Optional.empty(), limiter.take("b"));
  }

  @Test
  void noLimitIsNone() {
    RateLimiter none = new RateLimiter(0, now::get);
    for (int i = 0; i < 10_000; i++) {
      assertEquals(Optional.empty(), none.take("a"));
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
