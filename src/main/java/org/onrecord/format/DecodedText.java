package org.onrecord.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as text: UTF-8, or UTF-16 where a byte order mark says so. Nothing is replaced or
 * guessed.
 */
sealed interface DecodedText {

  /** The text without its byte order mark. */
  record Whole(String text) implements DecodedText {}

  /**
   * Bytes that are no text.
   *
   * @param line the line of the first such byte, from 1
   */
  record Broken(long offset, long line, String reason) implements DecodedText {}

  static DecodedText of(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    return decode(bytes, 0, StandardCharsets.UTF_8);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static DecodedText decode(byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int offset = in.position();
      return new Broken(
          offset,
          lines(text),
          "byte 0x%02X at offset %d is not %s; save the file as UTF-8"
              .formatted(bytes[offset] & 0xFF, offset, charset.name()));
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      int offset = from + text.substring(0, nul).getBytes(charset).length;
      return new Broken(
          offset,
          lines(text.substring(0, nul)),
          "the zero byte at offset " + offset + " is no text; save the file as UTF-8");
    }
    return new Whole(text);
  }

  private static long lines(String text) {
    return text.lines().count()
        + (text.isEmpty() || text.endsWith("\n") || text.endsWith("\r") ? 1 : 0);
  }
}
