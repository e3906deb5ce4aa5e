package org.onrecord.mcp;

/** Words of others within messages. */
final class Told {
  private static final int LONGEST = 100;

  private Told() {}

  /** Between quotation marks, and not longer than a line. */
  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** At most {@value #LONGEST} characters. */
  static String shortened(String text) {
    return shortened(text, LONGEST);
  }

  /** At most so many code points, and an ellipsis where more were there. */
  static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
