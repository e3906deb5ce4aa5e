package org.onrecord.attribution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.attribution.words.OrdinaryWords;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * The short names by which an article calls news agencies: "news agency PTI", "the PTI news
 * agency", "he told PTI.", so that an agency is not taken for a party of the same letters.
 */
public final class NewsAgencies {
  private static final Set<String> KINDS = Set.of("agency", "wire", "newswire", "service");
  private static final Set<String> TOLD = Set.of("told", "tells", "telling");

  private NewsAgencies() {}

  /** The names, as they are written. */
  static Set<String> in(List<Paragraph> paragraphs) {
    Set<String> found = new HashSet<>();
    for (Paragraph paragraph : paragraphs) {
      List<Token> tokens = paragraph.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        if (isShort(tokens.get(i).text()) && (isNamed(tokens, i) || isTold(tokens, i))) {
          found.add(tokens.get(i).text());
        }
      }
    }
    return found;
  }

  private static boolean isShort(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isUpperCase(word.charAt(i))) {
        return false;
      }
    }
    return word.length() > 1 && word.length() < 6;
  }

  private static boolean isNamed(List<Token> tokens, int i) {
    boolean before =
        i > 1 && word(tokens, i - 2).equals("news") && KINDS.contains(word(tokens, i - 1));
    boolean after = word(tokens, i + 1).equals("news") && KINDS.contains(word(tokens, i + 2));
    return before || after;
  }

  /** Told, and nobody of theirs: not "told PTI workers". */
  private static boolean isTold(List<Token> tokens, int i) {
    String next = word(tokens, i + 1);
    return TOLD.contains(word(tokens, i - 1))
        && (next.isEmpty() || !tokens.get(i + 1).isWord() || OrdinaryWords.contains(next));
  }

  private static String word(List<Token> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).plain() : "";
  }
}
