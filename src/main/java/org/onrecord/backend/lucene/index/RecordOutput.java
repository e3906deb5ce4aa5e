package org.onrecord.backend.lucene.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes numbers and texts one after the other into bytes. For one thread. */
final class RecordOutput {
  private byte[] bytes = new byte[512];
  private int size;

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void add(byte one) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = one;
  }

  /** A number without a sign, the smaller the shorter. */
  void number(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      add((byte) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    add((byte) left);
  }

  /** A number that may be below 0. */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  void truth(boolean is) {
    add((byte) (is ? 1 : 0));
  }

  /** A share of 1, which is mostly a whole number of hundredths. */
  void share(double value) {
    long hundredths = Math.round(value * 100);
    if (hundredths / 100.0 == value) {
      number(hundredths + 1);
    } else {
      number(0);
      long bits = Double.doubleToRawLongBits(value);
      for (int shift = 56; shift >= 0; shift -= 8) {
        add((byte) (bits >>> shift));
      }
    }
  }

  /** In UTF-8, or in UTF-16 where it has half a surrogate pair, which has no UTF-8. */
  void text(String text) {
    boolean whole = isWhole(text);
    byte[] encoded = whole ? text.getBytes(StandardCharsets.UTF_8) : units(text);
    number((long) encoded.length << 1 | (whole ? 0 : 1));
    while (size + encoded.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  /** Whether no surrogate in it is without the other half. */
  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static byte[] units(String text) {
    byte[] units = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      units[2 * i] = (byte) (text.charAt(i) >>> 8);
      units[2 * i + 1] = (byte) text.charAt(i);
    }
    return units;
  }

  /** What may be missing. */
  <T> void optional(@Nullable T value, Consumer<? super T> writing) {
    truth(value != null);
    if (value != null) {
      writing.accept(value);
    }
  }

  <T> void each(Collection<T> values, Consumer<? super T> writing) {
    number(values.size());
    values.forEach(writing);
  }
}
