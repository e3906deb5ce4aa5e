package org.onrecord.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One name of a party, and how a text writes it.
 *
 * <p>PTI, PML-N and AfD are acronyms: case counts, and dots, hyphens, brackets and slashes do not;
 * a space stands only where the name is parted, so that {@code PML N} is PML-N and neither {@code P
 * K} nor {@code PM K} is an acronym. Con and Sena are short words: written so and not otherwise.
 * Fidesz and Labour are long ones, and Lib Dem and Law and Justice names of several words: without
 * regard to case behind a capital first letter. Only a full name that is not the short one as well,
 * as Pakistan Tehreek-e-Insaf, may do without the capital.
 *
 * @param spelling as the registry has it
 * @param shape what kind of name it is
 */
record PartyName(Party party, String spelling, Shape shape) {
  private static final int SHORTEST_LONG_WORD = 5;

  /** How a name is written. */
  enum Shape {
    ACRONYM,
    SHORT_WORD,
    LONG_WORD,
    WORDS,
    FULL_NAME
  }

  static PartyName of(Party party, String spelling) {
    return new PartyName(party, spelling, shape(party, spelling));
  }

  private static Shape shape(Party party, String spelling) {
    List<String> words = words(spelling);
    if (areAcronyms(words)) {
      return Shape.ACRONYM;
    }
    if (words.size() > 1) {
      boolean full = spelling.equals(party.fullName()) && !spelling.equals(party.name());
      return full ? Shape.FULL_NAME : Shape.WORDS;
    }
    return words.getFirst().length() < SHORTEST_LONG_WORD ? Shape.SHORT_WORD : Shape.LONG_WORD;
  }

  /** Whether case counts in it throughout. */
  boolean isExact() {
    return shape == Shape.ACRONYM || shape == Shape.SHORT_WORD;
  }

  /** Whether it may be recognised by how it sounds. */
  boolean hasVariants() {
    return shape == Shape.WORDS || shape == Shape.FULL_NAME;
  }

  /** Whether a text with this name's key means it, as far as its first letter says. */
  boolean allows(String text) {
    return shape == Shape.FULL_NAME || beginsWithCapital(text);
  }

  /** Whether a text with this name's letters has spaces only where the name is parted. */
  boolean isPartedAsIn(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters++;
      } else if (Character.isWhitespace(c) && letters > 0 && !isPartedAfter(letters)) {
        return false;
      }
    }
    return letters > 1 || text.equals(spelling);
  }

  private boolean isPartedAfter(int count) {
    int letters = 0;
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters++;
      } else if (letters == count && c != '.') {
        return true;
      }
    }
    return letters == count;
  }

  /** The letters and digits alone, case kept. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** The letters as they are asked for. */
  static String smallLetters(String text) {
    return letters(text).toLowerCase(Locale.ROOT);
  }

  private static boolean beginsWithCapital(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return !Character.isLowerCase(c);
      }
    }
    return false;
  }

  /** PTI, AfD, PkMAP, PCs, F; neither LibDem nor Sena. */
  private static boolean areAcronyms(List<String> words) {
    for (String word : words) {
      if (!isAcronym(word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAcronym(String word) {
    int capitals = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isUpperCase(c) || Character.isDigit(c)) {
        capitals++;
      }
    }
    return capitals == word.length() || capitals >= 2 && capitals * 2 >= word.length();
  }

  /** The words, case kept, dots and apostrophes within them dropped. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
        word.append(c);
      } else if (c != '.' && c != '\'' && c != '’' && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words.isEmpty() ? List.of(name) : words;
  }
}
