package org.onrecord.query;

import java.util.Locale;

/** Makes a query of a text that is none: a question, a message, a passage. */
public final class PlainText {
  private PlainText() {}

  /**
   * The words of {@code text} in lower case, parted by single blanks, so that {@link QueryParser}
   * takes each for a word and no mark for an operator. Apostrophes, and full stops between letters
   * or digits, stay within words; every other mark parts them. Of more than {@link
   * QueryParser#MAX_WORDS} words, or {@link QueryParser#MAX_LENGTH} characters, the first are
   * taken.
   */
  public static String words(String text) {
    StringBuilder words = new StringBuilder();
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isPartOfWord(text, at)) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at == start) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      String word = text.substring(start, at).toLowerCase(Locale.ROOT);
      if (++count > QueryLimits.DEFAULT.words()
          || words.length() + 1 + word.length() > QueryLimits.DEFAULT.characters()) {
        break;
      }
      words.append(words.isEmpty() ? "" : " ").append(word);
    }
    return words.toString();
  }

  private static boolean isPartOfWord(String text, int at) {
    int c = text.codePointAt(at);
    return isLetter(c)
        || (c == '.' || c == '\'' || c == '\u2019')
            && at > 0
            && at + 1 < text.length()
            && isLetter(text.codePointBefore(at))
            && isLetter(text.codePointAt(at + 1));
  }

  private static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }
}
