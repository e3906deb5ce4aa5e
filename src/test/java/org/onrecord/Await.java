package org.onrecord;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits until something holds that happens elsewhere, and no longer. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Await() {}

  /** What is waited for. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /** Returns as soon as it holds; fails after 20 seconds, and where it throws. */
  public static void until(Condition condition, String otherwise) {
    until(condition, PATIENCE, () -> otherwise);
  }

  /** Returns as soon as it holds; fails after this time, and where it throws. */
  public static void until(Condition condition, Duration patience, Supplier<String> otherwise) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.holds()) {
        if (System.nanoTime() > end) {
          throw new AssertionError(otherwise.get());
        }
        Thread.sleep(PAUSE);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(otherwise.get(), e);
    }
  }
}
