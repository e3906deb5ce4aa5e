package org.onrecord.format;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Characters of which no more than a limit may be read before somebody says that it is enough. */
final class BoundedReader extends FilterReader {
  private final long limit;
  private long read;

  BoundedReader(Reader in, long limit) {
    super(new PushbackReader(in, FileOpening.SIZE));
    this.limit = limit;
  }

  /** The first line, without reading it; no more than {@code most} characters of it. */
  String peekLine(int most) throws IOException {
    char[] start = new char[most];
    int length = 0;
    while (length < most) {
      int more = in.read(start, length, most - length);
      if (more < 0) {
        break;
      }
      length += more;
    }
    ((PushbackReader) in).unread(start, 0, length);
    return new String(start, 0, length).lines().findFirst().orElse("");
  }

  /** Begins to count anew. */
  void restart() {
    read = 0;
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

  private void count(int more) throws IOException {
    read += more;
    if (read > limit) {
      throw new IOException(
          "a row is longer than 64 million characters; a quotation mark may be missing");
    }
  }

  /** Whoever opened the characters closes them. */
  @Override
  public void close() {}
}
