package org.onrecord.attribution.names;

import java.util.BitSet;
import java.util.List;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Finds what a web page's links leave behind a name when their marks are lost: the name once more,
 * with the linked headline stuck to it. "Tom Hale Thomas (Tom) HaleCity to sell its ferries" names
 * Tom Hale alone. Of several headlines that end with MORE none names anybody.
 */
final class LinkTitles {
  /** So many tokens at the most stand between a surname and its repetition. */
  private static final int REACH = 7;

  /** So many tokens at the most the headlines have. */
  private static final int LONGEST = 60;

  /** What ends the headlines behind a name. */
  private static final String MORE = "MORE";

  private LinkTitles() {}

  /** The tokens that repeat a name. */
  static BitSet in(Paragraph paragraph) {
    BitSet repeated = new BitSet();
    List<Token> tokens = paragraph.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      int joint = joint(tokens.get(i).text());
      if (joint > 0) {
        mark(tokens, i, tokens.get(i).text().substring(0, joint), repeated);
      }
    }
    return repeated;
  }

  private static void mark(List<Token> tokens, int glued, String surname, BitSet repeated) {
    for (int i = Math.max(0, glued - REACH); i < glued; i++) {
      if (tokens.get(i).text().equals(surname) && isRepetition(tokens, i + 1, glued)) {
        repeated.set(i + 1, end(tokens, glued) + 1);
        return;
      }
    }
  }

  /** The last token of the headlines that begin with a glued one: MORE, or the glued one itself. */
  private static int end(List<Token> tokens, int glued) {
    for (int i = glued + 1; i < Math.min(glued + LONGEST, tokens.size()); i++) {
      if (tokens.get(i).text().equals(MORE) || tokens.get(i).text().endsWith(MORE)) {
        return i;
      }
    }
    return glued;
  }

  /** Nothing but capitalised words and brackets stand between. */
  private static boolean isRepetition(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String text = tokens.get(i).text();
      if (!tokens.get(i).isCapitalised() && !text.equals("(") && !text.equals(")")) {
        return false;
      }
    }
    return true;
  }

  /** Where in a word a capital follows three small letters or more; 0 for nowhere. */
  private static int joint(String word) {
    if (!Character.isUpperCase(word.charAt(0))) {
      return 0;
    }
    int small = 0;
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) && small > 2) {
        return i;
      }
      small = Character.isLowerCase(word.charAt(i)) ? small + 1 : 0;
    }
    return 0;
  }
}
