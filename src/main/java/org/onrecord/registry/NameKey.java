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
  private static final Pattern DROPPED = Pattern.compile("[.'’‘ʼ`´]");
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

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
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
    plain = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    plain = DROPPED.matcher(letters(plain)).replaceAll("");
    List<String> words = new ArrayList<>();
    boolean afterInitial = false;
    for (String word : SEPARATOR.split(plain, -1)) {
      if (word.isEmpty()) {
        continue;
      }
      boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
      if (initial && afterInitial) {
        words.add(words.removeLast() + word);
      } else {
        words.add(word);
      }
      afterInitial = initial;
    }
    return words;
  }

  /** Letters that Unicode does not decompose, as newspapers write them in ASCII. */
  private static String letters(String text) {
    return text.replace("ø", "o")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ı", "i")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe");
  }
}
