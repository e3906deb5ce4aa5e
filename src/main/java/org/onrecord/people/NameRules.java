package org.onrecord.people;

/** What can be a name. */
public final class NameRules {
  /** The longest name, in UTF-16 characters. */
  public static final int LONGEST = 200;

  private NameRules() {}

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException if it can be none; the message says why
   */
  public static void check(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a name is not empty");
    }
    if (!name.equals(name.strip())) {
      throw new IllegalArgumentException("a name has no blanks around it");
    }
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a name has at most " + LONGEST + " characters, not " + name.length());
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a name has no control characters");
    }
    if (name.indexOf('<') >= 0 || name.indexOf('>') >= 0) {
      throw new IllegalArgumentException("a name has no mark-up: leave out < and >");
    }
    if (name.codePoints().noneMatch(Character::isLetter)) {
      throw new IllegalArgumentException("a name has a letter");
    }
  }
}
