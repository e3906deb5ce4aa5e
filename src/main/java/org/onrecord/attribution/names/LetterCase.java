package org.onrecord.attribution.names;

/** Whether words are in capitals. */
final class LetterCase {
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
}
