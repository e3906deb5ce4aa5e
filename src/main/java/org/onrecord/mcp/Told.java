package org.onrecord.mcp;

import org.onrecord.article.CodePoints;

/** Quotes in messages to an assistant what others wrote, not longer than a line. */
final class Told {
  private static final int LONGEST = 100;

  private Told() {}

  /** Between quotation marks, and not longer than a line. */
  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  /** At most {@value #LONGEST} characters. */
  static String shortened(String text) {
    return CodePoints.shortened(text, LONGEST);
  }
}
