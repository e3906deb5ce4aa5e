package org.onrecord.registry;

import java.util.Arrays;
import java.util.List;

/**
 * A {@link NameKey} under construction, to be used again and again: what {@link NameKey#words}
 * makes of a name, without a string a word. Not for several threads.
 */
final class KeyBuffer {
  private char[] chars = new char[64];
  private int length;
  private int[] starts = new int[16];
  private int words;

  /** Takes the key of a name. */
  void set(String name) {
    length = 0;
    words = 0;
    if (!setAscii(name)) {
      set(NameKey.words(name));
    }
  }

  /** Takes these words. */
  void set(List<String> keyWords) {
    length = 0;
    words = 0;
    for (String word : keyWords) {
      begin();
      for (int i = 0; i < word.length(); i++) {
        append(word.charAt(i));
      }
    }
  }

  int words() {
    return words;
  }

  /** How many characters the word has. */
  int wordLength(int word) {
    return (word + 1 < words ? starts[word + 1] - 1 : length) - starts[word];
  }

  /** A hash of 64 bits of the words from {@code first} to before {@code end}. */
  long hash(int first, int end) {
    int to = end < words ? starts[end] - 1 : length;
    long hash = KeyTable.SEED;
    for (int i = starts[first]; i < to; i++) {
      hash = KeyTable.step(hash, chars[i]);
    }
    return KeyTable.end(hash);
  }

  /** Whether the last word is Jr, Sr, II, III or IV behind two others. */
  boolean endsInSuffix() {
    return words > 2
        && wordLength(words - 1) <= 3
        && TransliterationKey.isSuffix(new String(chars, starts[words - 1], wordLength(words - 1)));
  }

  /** Whether a word between the first and the last is a single letter. */
  boolean hasMiddleInitial() {
    for (int word = 1; word < words - 1; word++) {
      if (wordLength(word) == 1) {
        return true;
      }
    }
    return false;
  }

  private boolean setAscii(String name) {
    boolean afterInitial = false;
    boolean inWord = false;
    for (int i = 0; i <= name.length(); i++) {
      char c = i < name.length() ? name.charAt(i) : ' ';
      if (c >= 0x80) {
        return false;
      }
      boolean lower = c >= 'a' && c <= 'z';
      boolean upper = c >= 'A' && c <= 'Z';
      if (lower || upper || (c >= '0' && c <= '9')) {
        if (!inWord) {
          begin();
          inWord = true;
        }
        append(upper ? (char) (c + ('a' - 'A')) : c);
      } else if (inWord && c != '.' && c != '\'' && c != '`') {
        boolean initial = length - starts[words - 1] == 1 && chars[length - 1] >= 'a';
        if (initial && afterInitial) {
          chars[length - 2] = chars[length - 1];
          length--;
          words--;
        }
        afterInitial = initial;
        inWord = false;
      }
    }
    return true;
  }

  private void begin() {
    if (words > 0) {
      append(' ');
    }
    if (words == starts.length) {
      starts = Arrays.copyOf(starts, words * 2);
    }
    starts[words++] = length;
  }

  private void append(char c) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
    }
    chars[length++] = c;
  }
}
