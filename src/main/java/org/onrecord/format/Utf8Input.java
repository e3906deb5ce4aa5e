package org.onrecord.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Characters as bytes of UTF-8. */
final class Utf8Input extends InputStream {
  private final Reader text;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
  private final CharBuffer chars = CharBuffer.allocate(1 << 13).limit(0);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).limit(0);
  private boolean ended;

  private Utf8Input(Reader text) {
    this.text = text;
  }

  /**
   * The input's bytes as they are, where ASCII is single bytes in them; else, and where somebody
   * says in which encoding they are, as UTF-8.
   */
  static InputStream of(ArticleInput input) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(input.bytes(), 1 << 16);
    bytes.mark(3);
    byte[] start = bytes.readNBytes(3);
    bytes.reset();
    boolean wide = ByteOrderMark.of(start).filter(mark -> mark != ByteOrderMark.UTF_8).isPresent();
    return wide || input.options().encoding().isPresent()
        ? new Utf8Input(new Decoding(bytes, input.options()))
        : bytes;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining()) {
      if (ended) {
        return false;
      }
      chars.compact();
      ended = text.read(chars) < 0;
      chars.flip();
      bytes.clear();
      encoder.encode(chars, bytes, ended);
      bytes.flip();
    }
    return true;
  }

  /** Whoever opened the bytes closes them. */
  @Override
  public void close() {}
}
