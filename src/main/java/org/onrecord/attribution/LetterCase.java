package org.onrecord.attribution;

/** Names that are printed in capitals, as names are written. */
final class LetterCase {
  /** A word of so few letters may be initials or an abbreviation. */
  private static final int SHORT = 3;

  private LetterCase() {}

  /** Whether every letter is a capital; marks inside do not count. */
  static boolean isCapitals(String word) {
    boolean any = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      any |= Character.isUpperCase(c);
    }
    return any;
  }

  /**
   * JEAN-PIERRE is Jean-Pierre and O'BRIEN O'Brien; an acronym, a name as it is written and
   * initials stay.
   *
   * @param shortToo whether a word of three letters is a name, too, as in AMY GOODMAN
   */
  static String proper(String word, boolean shortToo) {
    boolean longer = word.length() > SHORT || shortToo && word.length() == SHORT;
    if (!longer || !isCapitals(word) || word.contains(".") || hasDigit(word)) {
      return word;
    }
    StringBuilder proper = new StringBuilder(word.length());
    boolean starts = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      proper.append(starts ? c : Character.toLowerCase(c));
      starts = !Character.isLetter(c) && (c == '-' || i < 2);
    }
    return proper.toString();
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
