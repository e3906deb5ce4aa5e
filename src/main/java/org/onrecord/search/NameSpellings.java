package org.onrecord.search;

import java.util.Set;

/** The port by which names are known under other names and spellings. Thread-safe. */
public interface NameSpellings {
  /** Knows no names. */
  NameSpellings NONE =
      new NameSpellings() {
        @Override
        public Set<String> otherNames(String name) {
          return Set.of();
        }

        @Override
        public boolean isNameWord(String word) {
          return false;
        }

        @Override
        public boolean alike(String word, String other) {
          return false;
        }
      };

  /**
   * The names, in full, of those who have this name, their own first: of "Fawad Chaudhary" Fawad
   * Chaudhry and Fawad Hussain Chaudhry. Empty where nobody has.
   *
   * @param name one or more words, in any case
   */
  Set<String> otherNames(String name);

  /** Whether a word is part of somebody's name and likely meant so. */
  boolean isNameWord(String word);

  /** Whether two words are spellings of one name: Chaudhry, Chaudhary. */
  boolean alike(String word, String other);
}
