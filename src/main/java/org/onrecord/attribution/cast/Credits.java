package org.onrecord.attribution.cast;

import java.util.List;
import java.util.Set;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/** Knows the names of those who made a picture or a text, of whom it does not speak. */
final class Credits {
  private static final Set<String> OPENINGS =
      Set.of(
          "photo",
          "photos",
          "photograph",
          "photography",
          "picture",
          "pictures",
          "image",
          "images",
          "credit",
          "reporting",
          "editing",
          "writing",
          "compiled",
          "illustration");

  /** So long is a byline at most, in tokens: "By Marta Quill and Tom Birch, Harbour Post". */
  private static final int LONGEST_BYLINE = 10;

  private Credits() {}

  /**
   * Whether a name is a credit's: "Photo: Marta Quill", "(Marta Quill/AP)", "Reporting by Marta
   * Quill", "By Marta Quill" as a sentence of its own.
   */
  static boolean isCredit(Paragraph paragraph, Sentence sentence, int first, int end) {
    List<Token> tokens = paragraph.tokens();
    boolean agency =
        end < tokens.size() && tokens.get(end).text().startsWith("/")
            || tokens.get(end - 1).text().contains("/");
    int start = first;
    while (start > sentence.first() && !tokens.get(start).text().equals("(")) {
      start--;
    }
    while (start < first && !tokens.get(start).isWord()) {
      start++;
    }
    String opening = Lexicon.lower(tokens.get(start).text());
    boolean byline =
        opening.equals("by") && start + 1 == first && sentence.end() - start <= LONGEST_BYLINE;
    boolean named =
        start < first && OPENINGS.contains(opening) && isJoint(tokens, start + 1, first);
    return agency || byline || named;
  }

  /** Whether nothing but by, a colon, other names and commas stands between. */
  private static boolean isJoint(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean joint =
          !token.isWord()
              || token.isCapitalised()
              || token.text().equals("by")
              || token.text().equals("and");
      if (!joint) {
        return false;
      }
    }
    return true;
  }
}
