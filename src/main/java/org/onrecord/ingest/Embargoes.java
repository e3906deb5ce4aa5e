package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows embargoed articles when their time has come, a thread of its own. When that is stands in
 * the index, and is asked again and again: neither a restart, nor what another process adds, nor a
 * clock that is put forward or back loses one or shows one early.
 */
public final class Embargoes implements Closeable {
  /** How often is asked. */
  private static final Duration TICK = Duration.ofMillis(250);

  /** How long it waits when it could not do what was to be done. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How long the end waits for what is being shown. */
  private static final Duration LAST_WRITE = Duration.ofSeconds(20);

  /** How long before a time it loads what it needs. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** Tells from the index when the next embargo ends. */
  @FunctionalInterface
  public interface Due {
    Optional<Instant> next() throws IOException;
  }

  private final Due due;
  private final ArticleDesk desk;
  private final InstantSource clock;
  private final Consumer<Exception> faults;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("embargoes").unstarted(this::run);

  /**
   * Begins.
   *
   * @param faults is told what could not be done; it is tried again
   */
  public static Embargoes watch(
      Due due, ArticleDesk desk, InstantSource clock, Consumer<Exception> faults) {
    Embargoes embargoes = new Embargoes(due, desk, clock, faults);
    embargoes.thread.start();
    return embargoes;
  }

  private Embargoes(Due due, ArticleDesk desk, InstantSource clock, Consumer<Exception> faults) {
    this.due = due;
    this.desk = desk;
    this.clock = clock;
    this.faults = faults;
  }

  private void run() {
    try {
      boolean well = true;
      while (!end.await((well ? TICK : PAUSE).toMillis(), TimeUnit.MILLISECONDS)) {
        well = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows what is due; says whether all of it could be shown. */
  private boolean look() {
    try {
      Optional<Instant> next = due.next();
      if (next.isEmpty() || next.get().isAfter(clock.instant().plus(AHEAD))) {
        return true;
      }
      desk.prepare();
      if (next.get().isAfter(clock.instant())) {
        return true;
      }
      return desk.release() > 0;
    } catch (ArchiveBusyException e) {
      return true;
    } catch (IOException | RuntimeException e) {
      faults.accept(e);
      return false;
    }
  }

  @Override
  public void close() {
    end.countDown();
    try {
      thread.join(LAST_WRITE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
