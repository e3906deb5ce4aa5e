package org.onrecord.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What two spellings of a name share that differ only in case, accents, dots, apostrophes, hyphens
 * and spaces: {@code J. D. Vance}, {@code JD Vance} and {@code j.d. vance} have the key {@code jd
 * vance}.
 */
public final class NameKey {
  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]+");
  private static final String DROPPED = ".'’‘ʼ`´";

  private NameKey() {}

  /**
   * The key: words of small letters and digits parted by single spaces; empty for a name without
   * either.
   */
  public static String of(String name) {
    return String.join(" ", words(name));
  }

  /** The words of the key; initials that follow each other are one word. */
  static List<String> words(String name) {
    String plain = isAscii(name) ? name : withoutAccents(name);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean afterInitial = false;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (isPartOfWord(c)) {
        word.append(c);
      } else if (!word.isEmpty() && DROPPED.indexOf(c) < 0) {
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
        String lower = word.toString().toLowerCase(Locale.ROOT);
        words.add(initial && afterInitial ? words.removeLast() + lower : lower);
        afterInitial = initial;
        word.setLength(0);
      }
    }
    return words;
  }

  private static boolean isPartOfWord(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.SURROGATE ->
          true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Without marks on Latin letters, and with those that Unicode does not decompose as in ASCII. */
  private static String withoutAccents(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS
        .matcher(decomposed)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ı", "i")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe");
  }
}
