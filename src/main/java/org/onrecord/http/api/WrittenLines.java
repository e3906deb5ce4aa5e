package org.onrecord.http.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lines of an answer, read as they come while the work that they tell of goes on. Whoever reads
 * slowly, or reads no more, holds nothing up: what is not read yet is kept, some hundred bytes a
 * line. Safe for use by one who adds and one who reads.
 */
final class WrittenLines extends InputStream {
  /** Is done when the first line is there, or the end, or a fault without a line before it. */
  private final CompletableFuture<Boolean> begun = new CompletableFuture<>();

  private final Deque<byte[]> lines = new ArrayDeque<>();
  private int position;
  private boolean ended;
  private boolean closed;

  /**
   * Waits for the first line.
   *
   * @return whether there is one; not where the work ended without
   * @throws IOException if the work failed before the first line, with its fault
   */
  boolean begins() throws IOException, InterruptedException {
    try {
      return begun.get();
    } catch (java.util.concurrent.ExecutionException e) {
      switch (e.getCause()) {
        case IOException fault -> throw fault;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IOException("the work failed: " + e.getCause(), e);
      }
    }
  }

  /** Adds a line, its end included. */
  synchronized void add(byte[] line) {
    if (!closed && line.length > 0) {
      lines.add(line);
      notifyAll();
    }
    begun.complete(true);
  }

  /** No line comes any more. */
  synchronized void end() {
    ended = true;
    begun.complete(false);
    notifyAll();
  }

  /**
   * The work failed.
   *
   * @return whether that is told where it began; otherwise lines have been read, and it is to be
   *     told in the last
   */
  synchronized boolean fail(Throwable fault) {
    return begun.completeExceptionally(fault);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Waits for a line where all were read, and gives what is there. */
  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    while (lines.isEmpty() && !ended && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException("interrupted");
      }
    }
    int read = 0;
    for (@Nullable byte[] line = lines.peek(); read < length && line != null; line = lines.peek()) {
      int some = Math.min(length - read, line.length - position);
      System.arraycopy(line, position, into, offset + read, some);
      position += some;
      read += some;
      if (position == line.length) {
        lines.remove();
        position = 0;
      }
    }
    return read == 0 && length > 0 ? -1 : read;
  }

  /** What could be read at once. */
  @Override
  public synchronized int available() {
    return lines.stream().mapToInt(line -> line.length).sum() - position;
  }

  /** Nobody reads any more. */
  @Override
  public synchronized void close() {
    closed = true;
    lines.clear();
    position = 0;
    notifyAll();
  }
}
