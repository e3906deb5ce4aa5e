package org.onrecord.attribution.names;

import java.util.Locale;
import org.onrecord.attribution.words.Lexicon;

/** Names that are printed in capitals, as names are written: JEAN-PIERRE is Jean-Pierre. */
final class NameCase {
  private NameCase() {}

  /**
   * A word of a name as it is written elsewhere. An acronym stays.
   *
   * @param person whether the name is a person's for sure, so that AMY is no acronym
   */
  static String of(String word, boolean person) {
    StringBuilder cased = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= word.length(); i++) {
      boolean joint = i < word.length() && "-'’".indexOf(word.charAt(i)) >= 0;
      if (joint || i == word.length()) {
        boolean whole = start == 0 && i == word.length();
        cased.append(part(word.substring(start, i), person, whole));
        if (joint) {
          cased.append(word.charAt(i));
        }
        start = i + 1;
      }
    }
    return cased.toString();
  }

  private static String part(String part, boolean person, boolean whole) {
    int prefix = prefix(part);
    if (prefix > 0) {
      return part.substring(0, prefix) + capitalised(part.substring(prefix));
    }
    if (part.isEmpty() || !part.chars().allMatch(Character::isUpperCase)) {
      return part;
    }
    boolean syllable = part.chars().anyMatch(c -> "AEIOUYÁÉÍÓÚÄÖÜ".indexOf(c) >= 0);
    boolean shortName =
        person
            && syllable
            && (part.length() == 3
                || part.length() == 2 && (!whole || Lexicon.ENGLISH.isGivenName(part)));
    boolean longer = part.length() > 3 || !whole && part.length() > 2;
    if (!longer && !shortName) {
      return part;
    }
    boolean scottish = part.length() > 5 && part.startsWith("MC");
    return scottish ? "Mc" + capitalised(part.substring(2)) : capitalised(part);
  }

  /** Where the capitals go on after small letters: McENANY, DeVOS, LaPIERRE; else 0. */
  private static int prefix(String part) {
    int small = 1;
    while (small < part.length() && small < 4 && Character.isLowerCase(part.charAt(small))) {
      small++;
    }
    boolean capitals =
        small > 1
            && part.length() - small > 1
            && Character.isUpperCase(part.charAt(0))
            && part.substring(small).chars().allMatch(Character::isUpperCase);
    return capitals ? small : 0;
  }

  private static String capitalised(String word) {
    return word.substring(0, 1) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
