package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.onrecord.article.ArticleId;

/**
 * Shows embargoed articles when their time has come, a thread of its own. When that is stands in
 * the index, and is asked again and again: neither a restart, nor what another process adds, nor a
 * clock that is put forward or back loses one or shows one early.
 */
public final class EmbargoWatcher implements Closeable {
  /** How often is asked. */
  private static final Duration TICK = Duration.ofMillis(250);

  /** How long it waits when it could not do what was to be done. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How long the end waits for what is being shown. */
  private static final Duration LAST_WRITE = Duration.ofSeconds(20);

  /** After how long an article that could not be shown is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  /** How long before a time it loads what it needs. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** Tells from the index when the next embargo ends. */
  @FunctionalInterface
  public interface Due {

    /**
     * Tells it.
     *
     * @param but articles that are not asked for
     */
    Optional<Instant> next(Set<ArticleId> but) throws IOException;
  }

  private final Due due;
  private final ArticleWriter writer;
  private final InstantSource clock;
  private final Consumer<Exception> faults;
  private final CountDownLatch end = new CountDownLatch(1);

  /** What could not be shown, and when it is tried again; the thread's own. */
  private final Map<ArticleId, Instant> failed = new HashMap<>();

  private final Thread thread = Thread.ofPlatform().daemon().name("embargoes").unstarted(this::run);

  /**
   * Begins to watch.
   *
   * @param faults is told what could not be done; it is tried again
   */
  public static EmbargoWatcher watch(
      Due due, ArticleWriter writer, InstantSource clock, Consumer<Exception> faults) {
    EmbargoWatcher watcher = new EmbargoWatcher(due, writer, clock, faults);
    watcher.thread.start();
    return watcher;
  }

  private EmbargoWatcher(
      Due due, ArticleWriter writer, InstantSource clock, Consumer<Exception> faults) {
    this.due = due;
    this.writer = writer;
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
      failed.values().removeIf(again -> !again.isAfter(clock.instant()));
      Optional<Instant> next = due.next(failed.keySet());
      if (next.isEmpty() || next.get().isAfter(clock.instant().plus(AHEAD))) {
        return true;
      }
      writer.prepare();
      if (next.get().isAfter(clock.instant())) {
        return true;
      }
      Release release = writer.release(failed.keySet());
      release.failed().forEach(this::putOff);
      return release.shown() > 0;
    } catch (ArchiveBusyException e) {
      return true;
    } catch (IOException | RuntimeException e) {
      faults.accept(e);
      return false;
    }
  }

  /** Leaves an article for a while, so that the others do not wait for it. */
  private void putOff(ArticleId id, String reason) {
    failed.put(id, clock.instant().plus(AGAIN));
    faults.accept(
        new IOException(
            "article "
                + id
                + ", whose embargo has ended, cannot be shown, and is tried again in "
                + AGAIN.toMinutes()
                + " minutes: "
                + reason));
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
