package org.onrecord.copies;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text's words as copies are compared: runs of letters and digits, in small letters. Marks,
 * spaces and the kind of apostrophe do not count. In scripts that put no space between words, each
 * character is a word.
 */
final class ComparedWords {
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private ComparedWords() {}

  static List<String> of(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < small.length(); ) {
      int character = small.codePointAt(i);
      int next = i + Character.charCount(character);
      boolean alone = character > 0xFF && UNSPACED.contains(UnicodeScript.of(character));
      boolean inWord = !alone && Character.isLetterOrDigit(character);
      if (start >= 0 && !inWord) {
        words.add(small.substring(start, i));
        start = -1;
      }
      if (alone) {
        words.add(small.substring(i, next));
      } else if (inWord && start < 0) {
        start = i;
      }
      i = next;
    }
    if (start >= 0) {
      words.add(small.substring(start));
    }
    return words;
  }
}
