package org.onrecord.http.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.onrecord.api.ExportFormat;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;

/**
 * The bytes of an export, made as they are asked for: a client that does not read has none made.
 * Whoever reads it closes it.
 */
final class ExportStream extends InputStream {
  private final HitStream hits;
  private final ExportFormat format;
  private final Runnable ended;
  private final LongSupplier nanos;
  private byte[] line;
  private int position;
  private boolean closed;
  private volatile long lastRead;

  /**
   * Opens nothing by itself.
   *
   * @param hits closed with the stream
   * @param marked whether the format's mark, if it has one, stands before all
   * @param ended run once, after that
   * @param nanos the time, as {@link System#nanoTime} tells it
   */
  ExportStream(
      HitStream hits, ExportFormat format, boolean marked, Runnable ended, LongSupplier nanos) {
    this.hits = hits;
    this.format = format;
    this.ended = ended;
    this.nanos = nanos;
    this.lastRead = nanos.getAsLong();
    this.line = format.head(marked);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    lastRead = nanos.getAsLong();
    int written = 0;
    while (written < length && fill()) {
      int some = Math.min(length - written, line.length - position);
      System.arraycopy(line, position, into, offset + written, some);
      position += some;
      written += some;
    }
    lastRead = nanos.getAsLong();
    return written == 0 && length > 0 ? -1 : written;
  }

  /** For how long nobody has asked for more. */
  Duration idle() {
    return Duration.ofNanos(nanos.getAsLong() - lastRead);
  }

  /** Makes the next line where the last one is used up; false after the last. */
  private boolean fill() throws IOException {
    while (position == line.length) {
      if (closed) {
        throw new IOException("the export was closed");
      }
      Optional<Hit> hit = hits.next();
      if (hit.isEmpty()) {
        return false;
      }
      line = format.line(hit.get());
      position = 0;
    }
    return true;
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      try (hits) {
        ended.run();
      }
    }
  }
}
