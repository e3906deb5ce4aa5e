package org.onrecord.backend.opensearch.search;

import java.util.HashMap;
import java.util.Map;
import org.onrecord.backend.lucene.facet.NameBeginnings;

/** Which letters are one without case and accents, so that an expression finds each of them. */
final class FoldedLetters {
  /** Latin letters with accents lie before this. */
  private static final char END = '\u2000';

  private static final Map<Character, String> LETTERS = letters();

  private FoldedLetters() {}

  private static Map<Character, String> letters() {
    Map<Character, StringBuilder> letters = new HashMap<>();
    for (char c = 'A'; c < END; c++) {
      if (Character.isLetter(c)) {
        String folded = NameBeginnings.fold(String.valueOf(c));
        if (folded.length() == 1) {
          letters.computeIfAbsent(folded.charAt(0), _ -> new StringBuilder()).append(c);
        }
      }
    }
    Map<Character, String> all = new HashMap<>();
    letters.forEach((letter, of) -> all.put(letter, of.toString()));
    return all;
  }

  /** An expression for what is so without case and accents. */
  static String expression(String folded) {
    StringBuilder expression = new StringBuilder();
    for (char c : folded.toCharArray()) {
      String letters = LETTERS.get(c);
      expression.append(letters == null ? Dsl.quoted(String.valueOf(c)) : "[" + letters + "]");
    }
    return expression.toString();
  }
}
