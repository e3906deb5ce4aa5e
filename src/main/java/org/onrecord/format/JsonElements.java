package org.onrecord.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The objects of JSON in an encoding that has ASCII in it, one after the other as bytes: those
 * directly in a list, or without one, parted by commas or nothing. Only brackets and strings are
 * looked at; whoever reads an object finds what else is wrong in it.
 */
final class JsonElements {

  /** One of the objects, or what stands where one should. */
  sealed interface Element {
    /** Where it begins, in bytes. */
    long offset();

    /** The line on which it begins, from 1. */
    long line();
  }

  /** An object, whole. */
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(byte[] bytes, long offset, long line) implements Element {}

  /**
   * No object.
   *
   * @param reason a clause
   */
  record Broken(String reason, long offset, long line) implements Element {}

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;
  private long offset = -1;
  private long line = 1;
  private boolean list;
  private boolean over;

  /**
   * The objects of a stream.
   *
   * @param limit how many bytes of one are kept at the most
   */
  JsonElements(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next; empty after the last. */
  Optional<Element> next() throws IOException {
    if (over) {
      return Optional.empty();
    }
    int b = sign();
    while (b == ',' || b == '[' && !list || b == ']' && list) {
      list = b == '[' || list && b != ']';
      b = sign();
    }
    if (b < 0) {
      over = true;
      return list
          ? Optional.of(new Broken("the list ends in the middle: there is no ]", offset, line))
          : Optional.empty();
    }
    if (b == '{') {
      return Optional.of(object());
    }
    over = true;
    return Optional.of(
        new Broken(
            "broken JSON: an object was expected, which begins with {, not "
                + shown(b)
                + "; what follows was not read",
            offset,
            line));
  }

  private Element object() throws IOException {
    long start = offset;
    long first = line;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write('{');
    long length = 1;
    int depth = 1;
    boolean quoted = false;
    boolean escaped = false;
    while (depth > 0) {
      int b = read();
      if (b < 0) {
        over = true;
        return new Broken("it ends in the middle of this object", start, first);
      }
      if (++length <= limit) {
        bytes.write(b);
      }
      if (escaped) {
        escaped = false;
      } else if (b == '"') {
        quoted = !quoted;
      } else if (quoted) {
        escaped = b == '\\';
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
    }
    return length > limit
        ? new Broken(
            "the object has " + length + " bytes; " + limit + " are the most that are read",
            start,
            first)
        : new Whole(bytes.toByteArray(), start, first);
  }

  /** The next byte that is no blank; a byte order mark at the beginning is one. */
  private int sign() throws IOException {
    int b = read();
    if (offset == 0 && b == 0xEF) {
      read();
      read();
      b = read();
    }
    while (b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == 0x1E) {
      b = read();
    }
    return b;
  }

  private int read() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
      if (end == 0) {
        return -1;
      }
    }
    line += last() == '\n' ? 1 : 0;
    offset++;
    previous = buffer[position++];
    return previous & 0xFF;
  }

  private int previous;

  private int last() {
    return previous;
  }

  private static String shown(int b) {
    return b > ' ' && b < 0x7F
        ? "\"" + new String(new byte[] {(byte) b}, StandardCharsets.US_ASCII) + "\""
        : "the byte 0x%02X".formatted(b);
  }
}
