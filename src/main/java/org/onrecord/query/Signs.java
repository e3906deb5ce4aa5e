package org.onrecord.query;

/** What the characters of a query are: part of a word, a blank, a quotation mark, punctuation. */
final class Signs {
  /** Double quotation marks of any shape; any of them opens, any of them closes. */
  private static final String QUOTES =
      "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02\u300C\u300D\u300E\u300F";

  /** What parts words although no blank stands there: khan;sharif. */
  private static final String SEPARATORS =
      ";\u2014\u2026\u060C\u061B\u06D4\u3001\u3002\uFF0C\uFF1B\u0964";

  private Signs() {}

  static boolean isQuote(int c) {
    return QUOTES.indexOf(c) >= 0;
  }

  static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Whether the character at {@code i} ends a word as a blank does; a comma within 1,500 does not.
   */
  static boolean separates(String text, int i) {
    char c = text.charAt(i);
    return isBlank(c)
        || SEPARATORS.indexOf(c) >= 0
        || c == ',' && !(isDigitAt(text, i - 1) && isDigitAt(text, i + 1));
  }

  private static boolean isDigitAt(String text, int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }

  /** Whether a character can be searched for: a letter, a digit, a mark on one, a pictograph. */
  static boolean isSearchable(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default ->
          Character.isLetterOrDigit(c)
              || Character.isExtendedPictographic(c) && c > 0xFF
              || Character.isEmojiPresentation(c);
    };
  }

  /** Where the first character that is no blank is, or the text's length where there is none. */
  static int firstSign(String text) {
    int i = 0;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the first searchable character is, or the text's length where there is none. */
  static int firstSearchable(String text) {
    int i = 0;
    while (i < text.length() && !isSearchable(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  /** Where the last searchable character ends, or 0 where there is none. */
  static int endOfSearchable(String text) {
    int end = text.length();
    while (end > 0 && !isSearchable(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end;
  }
}
