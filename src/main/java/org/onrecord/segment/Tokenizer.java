package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts English text into tokens in the manner of the Penn Treebank: clitics stand alone ("Khan"
 * "'s", "do" "n't"), abbreviations keep their dots (U.S., Sen.), hyphenated words stay whole.
 * Linear in the text's length.
 */
final class Tokenizer {
  private static final Set<String> CLITICS = Set.of("s", "ll", "re", "ve", "d", "m");

  /** More characters than this are no initials: U.S.S.R. has 8. */
  private static final int LONGEST_INITIALS = 16;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new Tokenizer(text).run();
  }

  private List<Token> run() {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isBlank(c)) {
        at += Character.charCount(c);
      } else if (isWordPart(c)) {
        at = word(at);
      } else {
        at = mark(at, c);
      }
    }
    return tokens;
  }

  /**
   * Whether nothing is to be read: white space, and the backslash of an escape left in the text.
   */
  private static boolean isBlank(int c) {
    return c == '\\'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c);
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c) || isCombining(c);
  }

  private static boolean isCombining(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’';
  }

  /**
   * word ::= part (joiner part)* '.'? where a joiner stands between two parts: apostrophe, hyphen,
   * dot, comma, &.
   */
  private int word(int start) {
    int at = partEnd(start);
    while (at < text.length() && joins(start, at)) {
      at = partEnd(at + 1);
    }
    if (at < text.length()
        && text.charAt(at) == '.'
        && Abbreviations.keepsDot(text.substring(start, at))) {
      at++;
    }
    splitClitics(start, at);
    return at;
  }

  private int partEnd(int at) {
    while (at < text.length()
        && (isWordPart(text.codePointAt(at)) || isInvisible(text.charAt(at)))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Soft hyphens and their like, which only say where a word may be parted at a line's end. */
  private static boolean isInvisible(char c) {
    return c == '\u00AD' || c == '\u200B' || c == '\u2060' || c == '\uFEFF';
  }

  private static boolean isVisible(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isInvisible(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String visible(String word) {
    StringBuilder visible = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (!isInvisible(word.charAt(i))) {
        visible.append(word.charAt(i));
      }
    }
    return visible.toString();
  }

  private boolean joins(int start, int at) {
    if (at + 1 >= text.length() || !isWordPart(text.codePointAt(at + 1))) {
      return false;
    }
    char joiner = text.charAt(at);
    boolean digits =
        Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
    return switch (joiner) {
      case '\'', '’', '-', '&', '_', '‑' -> true;
      case '.' -> digits || isInitials(start, at);
      case ',', ':', '/' -> digits;
      default -> false;
    };
  }

  /**
   * Whether single letters parted by dots stand from start to here, as in U.S or p.m; perhaps with
   * something and a hyphen before, as in D-N.Y or China-U.S.
   */
  private boolean isInitials(int start, int at) {
    int from = Math.max(start, text.lastIndexOf('-', at) + 1);
    if (at - from > LONGEST_INITIALS) {
      return false;
    }
    int letters = 0;
    for (int i = from; i < at; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        letters = 0;
      } else if (!Character.isLetter(c) || ++letters > 1) {
        return false;
      }
    }
    int next = at + 1;
    return next + 1 >= text.length() || !Character.isLetter(text.charAt(next + 1));
  }

  private void splitClitics(int start, int end) {
    int apostrophe = lastApostrophe(start, end);
    if (apostrophe > start) {
      String tail = text.substring(apostrophe + 1, end).toLowerCase(Locale.ROOT);
      if (CLITICS.contains(tail)) {
        add(start, apostrophe);
        add(apostrophe, end);
        return;
      }
      boolean negation = tail.equals("t") && apostrophe - start >= 2;
      if (negation && Character.toLowerCase(text.charAt(apostrophe - 1)) == 'n') {
        add(start, apostrophe - 1);
        add(apostrophe - 1, end);
        return;
      }
    }
    add(start, end);
  }

  private int lastApostrophe(int start, int end) {
    for (int i = end - 1; i > start && end - i <= 3; i--) {
      if (isApostrophe(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * A run of dots or dashes, two apostrophes or two backticks are one token; any other mark stands
   * alone.
   */
  private int mark(int start, int c) {
    int end = start + Character.charCount(c);
    if (c == '.' || c == '-') {
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
    } else if ((c == '\'' || c == '`') && end < text.length() && text.charAt(end) == c) {
      end++;
    }
    add(start, end);
    return end;
  }

  private void add(int start, int end) {
    if (isVisible(text, start, end)) {
      tokens.add(new Token(Vocabulary.SHARED.word(text, start, end), start, end));
      return;
    }
    String visible = visible(text.substring(start, end));
    if (!visible.isEmpty()) {
      tokens.add(new Token(Vocabulary.SHARED.word(visible, 0, visible.length()), start, end));
    }
  }
}
