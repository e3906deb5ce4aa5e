package org.onrecord.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text without regard to case and accents, and its words. */
final class PlainWords {
  private static final Pattern WORDS = Pattern.compile(ScoreTokens.WORD + "+");
  private static final String IOTA = "\u0345";

  private PlainWords() {}

  /** In small letters and compatible characters, without combining marks. */
  static String fold(String text) {
    String decomposed = Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder();
    decomposed.codePoints().filter(c -> !isCombining(c)).forEach(kept::appendCodePoint);
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a character has a canonical combining class: then it moves before the subscript iota,
   * which has the highest.
   */
  private static boolean isCombining(int c) {
    if (c < 0x300) {
      return false;
    }
    String mark = Character.toString(c);
    return mark.equals(IOTA)
        || Normalizer.normalize(IOTA + mark, Normalizer.Form.NFD).equals(mark + IOTA);
  }

  /** The words of a text that is folded. */
  static List<String> of(String folded) {
    return WORDS.matcher(folded).results().map(MatchResult::group).toList();
  }
}
