package org.onrecord.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a quotation as its address knows them: letters and digits alone, so that another
 * kind of mark, a comma or a capital makes no other words.
 *
 * @param text in small letters (Unicode's NFKC), a blank between words; the content as it is where
 *     it has no word
 */
public record QuotedWords(String text) {
  private static final int DIGITS = 10;
  private static final int TELLING = 4;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  public static QuotedWords of(String content) {
    String folded = Normalizer.normalize(content, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words = BETWEEN.matcher(folded).replaceAll(" ").strip();
    return new QuotedWords(words.isEmpty() ? content : words);
  }

  /** 10 hexadecimal digits. */
  public String digest() {
    return Sha256.hex(text, DIGITS);
  }

  /** Whether they are so many that others hardly say just the same: at least 4. */
  public boolean areTelling() {
    return count() >= TELLING;
  }

  /** How many they are. */
  public int count() {
    return 1 + (int) text.chars().filter(c -> c == ' ').count();
  }
}
