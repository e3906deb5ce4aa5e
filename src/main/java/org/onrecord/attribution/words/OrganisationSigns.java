package org.onrecord.attribution.words;

import java.util.List;
import java.util.Set;
import org.onrecord.segment.Token;

/** What shows, around and in a capitalised word, that it names a body and no person. */
public final class OrganisationSigns {
  /** Nouns for bodies that stand before their names: "the airline Finnair". */
  private static final Set<String> TYPES =
      Set.of(
          ("agency airline automaker bank blog broadcaster brokerage carmaker carrier channel"
               + " charity chipmaker club company conglomerate consultancy daily exchange firm"
               + " foundation giant group insurer lender magazine manufacturer militia monitor"
               + " network newspaper ngo nonprofit operator organisation organization outlet paper"
               + " party platform portal publication publisher regulator retailer service site"
               + " startup start-up station studio subsidiary supplier tabloid think-tank tank"
               + " utility watchdog website weekly")
              .split(" "));

  /** Nouns for bodies that are no name of one by themselves, whatever their case. */
  private static final Set<String> GENERIC =
      Set.of(
          ("administration agency assembly association audience authorities authority bank board"
               + " bureau campaign center centre club college commission committee company"
               + " corporation council court courts department federation firm force foundation"
               + " fund government group hospital institute ministry office opposition order party"
               + " police school service society state tribunal trust union university")
              .split(" "));

  /** How surnames with a capital inside begin: McConnell, DeSantis. */
  private static final Set<String> SURNAME_STARTS =
      Set.of(
          "Mc", "Mac", "De", "Des", "Di", "Du", "Da", "Del", "Le", "La", "Van", "Vanden", "Vander",
          "Fitz", "St");

  private OrganisationSigns() {}

  /** Whether one word is a noun for bodies and no name: Department, Police. */
  public static boolean isGeneric(String word) {
    return GENERIC.contains(Lexicon.lower(word));
  }

  /** Whether these tokens name a body by what stands beside them. */
  public static boolean around(List<Token> tokens, int first, int end) {
    boolean typed = first > 0 && TYPES.contains(tokens.get(first - 1).text());
    return typed || end - first > 1 && isAbbreviated(tokens, first, end);
  }

  /** Whether a word that only bodies have in their names is among these tokens: Ministry. */
  public static boolean hasWord(List<Token> tokens, int first, int end) {
    for (int i = first; i < end; i++) {
      if (Lexicon.ENGLISH.isOrganisationWord(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the abbreviation follows in brackets: "Pakistan Telecommunication Authority (PTA)". */
  private static boolean isAbbreviated(List<Token> tokens, int first, int end) {
    if (end + 2 >= tokens.size()
        || !tokens.get(end).text().equals("(")
        || !tokens.get(end + 2).text().equals(")")) {
      return false;
    }
    String letters = tokens.get(end + 1).text();
    return letters.length() > 1
        && letters.chars().allMatch(Character::isUpperCase)
        && letters.charAt(0) == tokens.get(first).text().charAt(0);
  }

  /** A capital or a digit inside a word, as brands have: WikiLeaks, WGN9. */
  public static boolean isBrand(String word) {
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = Character.isLetter(word.charAt(i - 1));
      if (letter && Character.isDigit(c)) {
        return true;
      }
      boolean inner = Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1));
      if (inner && i > 2 && !SURNAME_STARTS.contains(word.substring(0, i))) {
        return true;
      }
    }
    return false;
  }

  /** An abbreviation of few letters among words that are not all in capitals: UN, PTA. */
  public static boolean isAcronym(List<Token> tokens, int i) {
    String word = tokens.get(i).text();
    boolean shouting =
        i > 0 && isCapitals(tokens.get(i - 1).text())
            || i + 1 < tokens.size() && isCapitals(tokens.get(i + 1).text());
    return word.length() > 1
        && word.length() <= 4
        && word.chars().allMatch(Character::isUpperCase)
        && !shouting;
  }

  /** Six capitals at the most, dots and hyphens among them: FBI, U.N. */
  public static boolean isAbbreviation(String word) {
    return word.length() > 1
        && word.length() <= 6
        && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == '-');
  }

  private static boolean isCapitals(String word) {
    return word.length() > 1 && word.chars().allMatch(Character::isUpperCase);
  }
}
