package org.onrecord.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a stream of bytes, parted by LF or CR LF, none kept longer than a limit. A byte
 * order mark of UTF-8 at the beginning is left out.
 */
final class ByteLines {

  /**
   * A line.
   *
   * @param offset where it begins, in bytes
   * @param number counted from 1
   * @param bytes without its end; of a line beyond the limit, nothing
   * @param length how many bytes it has, kept or not
   */
  record Line(long offset, long number, byte[] bytes, long length) {
    boolean isCut() {
      return bytes.length < length;
    }
  }

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private byte[] kept = new byte[1 << 13];
  private long offset;
  private long number;

  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line; empty after the last. */
  Optional<Line> next() throws IOException {
    if (number == 0) {
      skipByteOrderMark();
    }
    long start = offset;
    long length = 0;
    boolean ended = false;
    while (!ended && (position < end || fill())) {
      int stop = position;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      keep(length, stop - position);
      length += stop - position;
      ended = stop < end;
      offset += stop - position + (ended ? 1 : 0);
      position = ended ? stop + 1 : stop;
    }
    if (!ended && length == 0) {
      return Optional.empty();
    }
    number++;
    return Optional.of(line(start, length));
  }

  private Line line(long start, long length) {
    if (length > limit) {
      return new Line(start, number, new byte[0], length);
    }
    int size = (int) length;
    int trimmed = size > 0 && kept[size - 1] == '\r' ? size - 1 : size;
    return new Line(start, number, Arrays.copyOf(kept, trimmed), trimmed);
  }

  private void keep(long length, int more) {
    if (length + more > limit) {
      return;
    }
    int size = (int) length;
    if (size + more > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(size + more, (int) Math.min(limit, 2L * kept.length)));
    }
    System.arraycopy(buffer, position, kept, size, more);
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private void skipByteOrderMark() throws IOException {
    end = in.readNBytes(buffer, 0, 3);
    if (end == 3
        && (buffer[0] & 0xFF) == 0xEF
        && (buffer[1] & 0xFF) == 0xBB
        && (buffer[2] & 0xFF) == 0xBF) {
      position = 3;
      offset = 3;
    }
  }
}
