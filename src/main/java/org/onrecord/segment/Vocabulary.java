package org.onrecord.segment;

import org.jspecify.annotations.Nullable;

/**
 * Words that were met, so that the same word need not be worked out again. It holds the last word
 * of each of its places, which a hash gives: what is frequent stays or comes back at once, and it
 * never grows past its size. Thread-safe without locks: a word that two threads make at once is
 * made twice.
 */
final class Vocabulary {
  /** The vocabulary that all of a process's texts share: some 30 MB when it is full. */
  static final Vocabulary SHARED = new Vocabulary(1 << 16);

  /** A longer word is no word, and would be kept for long. */
  private static final int LONGEST = 64;

  private final @Nullable Word[] places;

  /**
   * A vocabulary.
   *
   * @param size how many words it holds at most; a power of two
   */
  Vocabulary(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException(size + " is no power of two");
    }
    places = new Word[size];
  }

  /** The word between two places of a text, of one character at least. */
  Word word(String text, int start, int end) {
    int length = end - start;
    if (length > LONGEST) {
      return new Word(text.substring(start, end));
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    hash *= 0x9E3779B1;
    int place = (hash ^ hash >>> 15) & places.length - 1;
    Word known = places[place];
    if (known != null
        && known.text().length() == length
        && text.regionMatches(start, known.text(), 0, length)) {
      return known;
    }
    Word met = new Word(text.substring(start, end));
    places[place] = met;
    return met;
  }
}
