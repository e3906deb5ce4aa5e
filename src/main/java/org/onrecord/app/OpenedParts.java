package org.onrecord.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a start has opened so far. Closed before everything is kept, since a later step failed, it
 * closes all of it, the last first. For one thread.
 */
final class OpenedParts implements Closeable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  /** Remembers a part. */
  <T extends AutoCloseable> T with(T part) {
    opened.push(part);
    return part;
  }

  /** Leaves everything open: from here on another closes it. */
  <T> T kept(T whole) {
    opened.clear();
    return whole;
  }

  /**
   * Closes what is not kept; one that fails does not keep the others open.
   *
   * @throws IOException if one fails, with the others' failures suppressed
   */
  @Override
  public void close() throws IOException {
    IOException failed = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        if (failed == null) {
          failed = new IOException("what was opened cannot be closed", e);
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
