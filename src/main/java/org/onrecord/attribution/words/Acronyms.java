package org.onrecord.attribution.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * What an article says its abbreviations stand for: "Securities and Exchange Commission (SEC)",
 * "RSD (Rivers and Sluices Department)".
 */
public final class Acronyms {
  /** So many words more than letters may stand before the brackets: "of", "and", "the". */
  private static final int SMALL_WORDS = 4;

  private final Map<String, String> expansions = new HashMap<>();

  private Acronyms() {}

  public static Acronyms of(List<Paragraph> paragraphs) {
    Acronyms acronyms = new Acronyms();
    for (Paragraph paragraph : paragraphs) {
      acronyms.read(paragraph.tokens());
    }
    return acronyms;
  }

  /** What the article spells an abbreviation out as; empty where it does not. */
  public Optional<String> expansion(String abbreviation) {
    return Optional.ofNullable(expansions.get(key(abbreviation)));
  }

  private void read(List<Token> tokens) {
    for (int i = 1; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).text().equals("(")) {
        int close = i + 1;
        while (close < tokens.size() && !tokens.get(close).text().equals(")") && close - i < 12) {
          close++;
        }
        if (close < tokens.size() && tokens.get(close).text().equals(")")) {
          before(tokens, i, close);
          within(tokens, i, close);
        }
      }
    }
  }

  /** The words before "(ABC)". */
  private void before(List<Token> tokens, int open, int close) {
    String letters = key(RolePhrases.words(tokens, open + 1, close));
    if (!isAbbreviation(letters)) {
      return;
    }
    int floor = Math.max(0, open - letters.length() - SMALL_WORDS);
    for (int first = open - 1; first >= floor && tokens.get(first).isWord(); first--) {
      boolean begins =
          tokens.get(first).isCapitalised()
              && tokens.get(first).text().charAt(0) == letters.charAt(0);
      if (begins && spells(tokens, first, open, letters)) {
        expansions.putIfAbsent(letters, RolePhrases.words(tokens, first, open));
        return;
      }
    }
  }

  /** The words in "ABC (Words Words Words)". */
  private void within(List<Token> tokens, int open, int close) {
    String letters = key(tokens.get(open - 1).text());
    boolean spelled =
        isAbbreviation(letters) && close - open > 2 && spells(tokens, open + 1, close, letters);
    if (spelled) {
      expansions.putIfAbsent(letters, RolePhrases.words(tokens, open + 1, close));
    }
  }

  /** Whether the words' first letters are these, in order, small words passed over. */
  private static boolean spells(List<Token> tokens, int first, int end, String letters) {
    int at = 0;
    for (int i = first; i < end; i++) {
      String word = tokens.get(i).text();
      for (String part : word.split("-")) {
        boolean next =
            !part.isEmpty()
                && at < letters.length()
                && Character.toUpperCase(part.charAt(0)) == letters.charAt(at);
        if (next) {
          at++;
        } else if (tokens.get(i).isCapitalised() && tokens.get(i).isWord() && part.equals(word)) {
          return false;
        }
      }
    }
    return at == letters.length();
  }

  private static boolean isAbbreviation(String letters) {
    return letters.length() > 1
        && letters.length() < 9
        && letters.chars().allMatch(Character::isUpperCase);
  }

  /** Without dots, hyphens and brackets. */
  private static String key(String abbreviation) {
    return abbreviation.replaceAll("[.\\-–’'() ]", "");
  }
}
