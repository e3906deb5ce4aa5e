package org.onrecord.format;

import java.nio.charset.StandardCharsets;

/**
 * How a file begins, for telling its format.
 *
 * @param name its name
 * @param bytes its first bytes, decompressed, {@value #SIZE} at the most
 */
record Opening(FileName name, byte[] bytes) {
  static final int SIZE = 4096;

  /**
   * Whether it begins with an object and a member's name on one line; JSON laid out over lines does
   * not.
   */
  boolean isJsonLine() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    return start.stripLeading().matches("(?s)\\{[ \\t]*[\"}].*");
  }

  /** Whether it reads as text and its name claims nothing else. */
  boolean isNamelessText() {
    if (name.extension().isPresent()) {
      return false;
    }
    boolean utf16 = bytes.length >= 2 && (pair(0xFE, 0xFF) || pair(0xFF, 0xFE));
    for (byte b : bytes) {
      if (!utf16 && b >= 0 && b < ' ' && "\t\n\r\f".indexOf(b) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean pair(int first, int second) {
    return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
