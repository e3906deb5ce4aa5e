package org.onrecord.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes at a text's beginning that tell its encoding: a byte order mark, or where there is none
 * the first characters of XML, as <a href="https://www.w3.org/TR/xml/#sec-guessing">its
 * specification</a> has it.
 */
enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, 3, 0xEF, 0xBB, 0xBF),
  UTF_16BE(StandardCharsets.UTF_16BE, 2, 0xFE, 0xFF),
  UTF_16LE(StandardCharsets.UTF_16LE, 2, 0xFF, 0xFE),
  XML_UTF_16BE(StandardCharsets.UTF_16BE, 0, 0, '<', 0, '?'),
  XML_UTF_16LE(StandardCharsets.UTF_16LE, 0, '<', 0, '?', 0);

  private final Charset charset;
  private final int length;
  private final int[] mark;

  ByteOrderMark(Charset charset, int length, int... mark) {
    this.charset = charset;
    this.length = length;
    this.mark = mark;
  }

  Charset charset() {
    return charset;
  }

  /** How many bytes are no text. */
  int length() {
    return length;
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
