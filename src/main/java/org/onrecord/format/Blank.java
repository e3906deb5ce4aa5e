package org.onrecord.format;

/**
 * What counts as blank in an article: white space, no-break spaces, and the marks of no width that
 * word processors leave.
 */
final class Blank {
  private Blank() {}

  static boolean is(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B;
  }

  static boolean is(String text) {
    return text.codePoints().allMatch(Blank::is);
  }

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    while (start < end && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
