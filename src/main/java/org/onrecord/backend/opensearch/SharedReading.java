package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What several ask for at once is read once: whoever asks while it is being read waits for the next
 * reading, which begins after they asked, with all others who wait. So nobody waits for more than
 * two. Safe for use by several threads.
 *
 * @param <T> what is read
 */
final class SharedReading<T> {
  private final ReentrantLock reading = new ReentrantLock();
  private @Nullable CompletableFuture<T> next;
  private int waiting;

  /** Reads it. */
  @FunctionalInterface
  interface Source<T> {
    T read() throws IOException;
  }

  /**
   * What is there at some time after this was called.
   *
   * @throws IOException if it cannot be read, to all who waited for that
   */
  T of(Source<T> source) throws IOException {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> awaited = joined(mine);
    if (awaited == mine) {
      read(source, mine);
    }
    try {
      return awaited.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException fault -> throw fault;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IOException(e);
      }
    }
  }

  /** The reading that is to begin next; this one if there is none. */
  private synchronized CompletableFuture<T> joined(CompletableFuture<T> mine) {
    if (next == null) {
      next = mine;
    }
    waiting++;
    return next;
  }

  private synchronized void begin() {
    next = null;
    waiting = 0;
  }

  /** How many wait for a reading that has not begun. */
  synchronized int waiting() {
    return waiting;
  }

  private void read(Source<T> source, CompletableFuture<T> mine) {
    reading.lock();
    try {
      begin();
      mine.complete(source.read());
    } catch (Throwable e) {
      mine.completeExceptionally(e);
    } finally {
      reading.unlock();
    }
  }
}
