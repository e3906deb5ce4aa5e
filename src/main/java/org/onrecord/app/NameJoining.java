package org.onrecord.app;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins names that are one person on good evidence ({@link PeopleDesk#join}) while a service runs,
 * a thread of its own.
 */
final class NameJoining implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(NameJoining.class);

  private final PeopleDesk desk;
  private final Duration pause;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("join names").unstarted(this::run);

  private NameJoining(PeopleDesk desk, Duration pause) {
    this.desk = desk;
    this.pause = pause;
  }

  /**
   * Begins with a pause.
   *
   * @param pause how long it waits before each time
   */
  static NameJoining every(Duration pause, PeopleDesk desk) {
    NameJoining joining = new NameJoining(desk, pause);
    joining.thread.start();
    return joining;
  }

  private void run() {
    try {
      while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void join() {
    try {
      for (Decided decided : desk.join()) {
        LOG.info("Decision {}: {}", decided.number(), decided.decision().sentence());
      }
    } catch (IOException | RuntimeException e) {
      if (end.getCount() > 0) {
        LOG.error("Names cannot be joined", e);
      }
    }
  }

  /** Waits for no longer than what is under way takes to be thrown away. */
  @Override
  public void close() {
    end.countDown();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
