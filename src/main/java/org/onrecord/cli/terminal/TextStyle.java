package org.onrecord.cli.terminal;

/**
 * How emphasis is shown. Control characters in the archive's own text are never passed on to a
 * terminal.
 */
public enum TextStyle {
  /** Not at all. */
  PLAIN("", "", ""),
  /** By the escape sequences of ECMA-48. */
  ANSI("\u001b[1m", "\u001b[2m", "\u001b[0m");

  private final String bold;
  private final String faint;
  private final String end;

  TextStyle(String bold, String faint, String end) {
    this.bold = bold;
    this.faint = faint;
    this.end = end;
  }

  String bold(String text) {
    return bold + clean(text) + end;
  }

  String faint(String text) {
    return faint + clean(text) + end;
  }

  /** The text without line breaks and control characters. */
  public static String clean(String text) {
    return text.replaceAll("\\R", " ")
        .replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "\ufffd");
  }
}
