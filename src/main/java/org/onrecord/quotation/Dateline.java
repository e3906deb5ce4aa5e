package org.onrecord.quotation;

import java.util.List;
import org.onrecord.segment.Token;

/** The place and agency before the text of a report: "MUNICH, Germany (AP) —". */
final class Dateline {
  private static final int LONGEST = 12;
  private static final int SHORTEST_CITY = 3;

  private Dateline() {}

  /** The index after a paragraph's dateline; 0 where it has none. */
  static int end(ParagraphView view) {
    List<Token> tokens = view.paragraph.tokens();
    if (tokens.isEmpty() || !isCity(tokens.getFirst().text())) {
      return 0;
    }
    for (int i = 1; i < Math.min(tokens.size(), LONGEST); i++) {
      Token token = tokens.get(i);
      if (isDash(token.text())) {
        return i + 1;
      }
      boolean inside =
          !token.isWord() || token.isCapitalised() || Character.isDigit(token.text().charAt(0));
      if (!inside || token.text().equals(":")) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isCity(String text) {
    return text.length() >= SHORTEST_CITY && text.chars().allMatch(Character::isUpperCase);
  }

  private static boolean isDash(String text) {
    return switch (text) {
      case "—", "–", "--", "-" -> true;
      default -> false;
    };
  }
}
