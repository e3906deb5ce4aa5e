package org.onrecord.mcp;

/**
 * A piece of a text, as it stands there: nothing is put in where something is left out.
 *
 * @param start where it begins in the text, UTF-16
 * @param whole whether it is all of the text
 */
record Cut(String text, int start, boolean whole) {
  /** How much is left of any text, whatever else a hit holds: bytes. */
  private static final int LEAST = 200;

  /**
   * A piece that takes at most so many bytes as JSON, with at least {@value #LEAST} in any case; it
   * begins and ends between words where it can.
   *
   * @param focus what is to be in it, UTF-16: where a word of interest starts
   */
  static Cut of(String text, int focus, int bytes) {
    int budget = Math.max(LEAST, bytes);
    if (end(text, 0, budget) == text.length()) {
      return new Cut(text, 0, true);
    }
    int start = start(text, Math.clamp(focus, 0, text.length()), budget / 4);
    int end = end(text, start, budget);
    int blank = text.lastIndexOf(' ', end);
    int last = end < text.length() && blank > start ? blank : end;
    return new Cut(text.substring(start, last), start, false);
  }

  /** The end of a text, of at most so many bytes as JSON. */
  static Cut last(String text, int bytes) {
    int start = start(text, text.length(), bytes);
    return new Cut(text.substring(start), start, start == 0);
  }

  /** Where to begin so that at most so many bytes stand before {@code focus}. */
  private static int start(String text, int focus, int before) {
    int start = focus;
    int used = 0;
    while (start > 0) {
      used += bytes(text.codePointBefore(start));
      if (used > before) {
        int blank = text.indexOf(' ', start);
        return blank >= 0 && blank < focus ? blank + 1 : start;
      }
      start = text.offsetByCodePoints(start, -1);
    }
    return 0;
  }

  /** How far so many bytes reach. */
  private static int end(String text, int start, int budget) {
    int end = start;
    int used = 0;
    while (end < text.length()) {
      used += bytes(text.codePointAt(end));
      if (used > budget) {
        return end;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  /** How many bytes a character takes within a text of JSON, in UTF-8. */
  private static int bytes(int codePoint) {
    if (codePoint < 0x20) {
      return 6;
    }
    if (codePoint < 0x80) {
      return codePoint == '"' || codePoint == '\\' ? 2 : 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
