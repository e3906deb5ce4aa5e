package org.onrecord.backend.lucene.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link RecordOutput} wrote, in the same order. Of what is no such bytes it makes an
 * {@link IndexOutOfBoundsException} or something else. For one thread.
 */
final class RecordInput {
  private final byte[] bytes;
  private int at;

  /**
   * A reader.
   *
   * @param start where what was written begins
   */
  RecordInput(byte[] bytes, int start) {
    this.bytes = bytes;
    this.at = start;
  }

  /** Whether anything is left of what was written. */
  boolean hasMore() {
    return at < bytes.length;
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  int small() {
    return (int) number();
  }

  long signed() {
    long folded = number();
    return folded >>> 1 ^ -(folded & 1);
  }

  boolean truth() {
    return bytes[at++] != 0;
  }

  double share() {
    long hundredths = number();
    if (hundredths > 0) {
      return (hundredths - 1) / 100.0;
    }
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits = bits << 8 | bytes[at++] & 0xff;
    }
    return Double.longBitsToDouble(bits);
  }

  String text() {
    int length = small();
    int size = length >>> 1;
    int start = at;
    at += size;
    if ((length & 1) == 0) {
      return new String(bytes, start, size, StandardCharsets.UTF_8);
    }
    char[] characters = new char[size / 2];
    for (int i = 0; i < characters.length; i++) {
      characters[i] = (char) ((bytes[start + 2 * i] & 0xff) << 8 | bytes[start + 2 * i + 1] & 0xff);
    }
    return new String(characters);
  }

  <T> @Nullable T optional(Supplier<T> reading) {
    return truth() ? reading.get() : null;
  }

  <T> List<T> each(Supplier<T> reading) {
    int size = small();
    if (size == 0) {
      return List.of();
    }
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(reading.get());
    }
    return values;
  }
}
