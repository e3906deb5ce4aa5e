package org.onrecord.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Characters of XML of which a parser may take no more than a limit for one token: it holds a
 * comment, an attribute's value or a piece of {@code CDATA} whole, however long that is.
 */
final class TokenBound extends FilterReader {
  /** In characters. */
  static final int MOST = 16 << 20;

  private long sinceToken;

  TokenBound(Reader in) {
    super(in);
  }

  /** The token is longer. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super(
          "an attribute, a comment or a piece of CDATA is longer than 16 million characters, the"
              + " most that are read; a sign that ends it may be missing");
    }
  }

  /** A token has ended. */
  void token() {
    sinceToken = 0;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) throws TooLongException {
    sinceToken += more;
    if (sinceToken > MOST) {
      throw new TooLongException();
    }
  }
}
