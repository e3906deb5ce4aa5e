package org.onrecord.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes before a text that tell its encoding. */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE);

  private final Charset charset;
  private final int[] mark;

  ByteOrderMark(Charset charset, int... mark) {
    this.charset = charset;
    this.mark = mark;
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return mark.length;
  }

  static Optional<ByteOrderMark> of(byte[] bytes) {
    for (ByteOrderMark each : values()) {
      boolean same = bytes.length >= each.mark.length;
      for (int i = 0; same && i < each.mark.length; i++) {
        same = (bytes[i] & 0xFF) == each.mark[i];
      }
      if (same) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
