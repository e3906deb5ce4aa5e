package org.onrecord.attribution.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/**
 * The stretches of a paragraph in which names may stand: capitalised words with the few words and
 * marks between them that names have inside.
 */
public final class NameStretches {
  private static final Set<String> INSIDE =
      Set.of(
          "of", "for", "and", "on", "the", "&", "-", "'s", "’s", "'", "’", "“", "”", "\"", "‘",
          "de", "da", "del", "della", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ul",
          "ur", "ten", "ter", "la", "le", "di", "du", "dos", "ben", "abu", "y", "e", "bint", "to",
          "in", "at", "(", ")", "af", "und", "et");

  /** So many tokens of those stand between two capitalised words of a name at the most. */
  private static final int MOST_INSIDE = 3;

  private NameStretches() {}

  /** A stretch: from a token up to before another. */
  public record Stretch(int first, int end) {}

  public static List<Stretch> in(Paragraph paragraph) {
    List<Stretch> found = new ArrayList<>();
    List<Token> tokens = paragraph.tokens();
    BitSet repeated = LinkTitles.in(paragraph);
    for (Sentence sentence : paragraph.sentences()) {
      int i = sentence.first();
      while (i < sentence.end()) {
        if (isNameWord(tokens.get(i)) && !repeated.get(i)) {
          int next = repeated.nextSetBit(i);
          int limit = next < 0 ? sentence.end() : Math.min(next, sentence.end());
          int end = end(tokens, i, limit);
          found.add(new Stretch(i, end));
          i = end;
        } else {
          i++;
        }
      }
    }
    return found;
  }

  private static int end(List<Token> tokens, int first, int limit) {
    int end = first + 1;
    int at = end;
    while (at < limit && at - end <= MOST_INSIDE) {
      Token token = tokens.get(at);
      if (isNameWord(token) || at == end && isNumber(token)) {
        end = at + 1;
      } else if (!INSIDE.contains(token.text())) {
        break;
      }
      at++;
    }
    return end;
  }

  /** A capital at the beginning, or inside as in eBay and al-Awlaki. */
  public static boolean isNameWord(Token token) {
    String text = token.text();
    if (!Character.isLetter(text.codePointAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(Token token) {
    return Character.isDigit(token.text().charAt(0));
  }
}
