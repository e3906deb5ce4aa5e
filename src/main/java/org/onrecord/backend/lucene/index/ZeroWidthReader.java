package org.onrecord.backend.lucene.index;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Lets zero-width spaces part no words: publishing systems put them into long words, where a line
 * may be broken. Where they do part words, in scripts without blanks (UAX #14, class SA), they
 * stay. A character becomes a character, so that places are as they were.
 */
final class ZeroWidthReader extends FilterReader {
  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char WORD_JOINER = '\u2060';

  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      Set.of(UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

  /** The one before what is read next. */
  private char last = ' ';

  ZeroWidthReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      char c = buffer[i];
      boolean joins =
          c == ZERO_WIDTH_SPACE
              && isOfWord(last)
              && (i + 1 == offset + read || isOfWord(buffer[i + 1]));
      if (joins) {
        buffer[i] = WORD_JOINER;
      } else {
        last = c;
      }
    }
    return read;
  }

  private static boolean isOfWord(char c) {
    return c == ZERO_WIDTH_SPACE
        || Character.isLetterOrDigit(c) && !WITHOUT_BLANKS.contains(UnicodeScript.of(c));
  }
}
