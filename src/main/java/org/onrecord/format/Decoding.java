package org.onrecord.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as characters while they are read. {@link Encodings} says by which encoding. What is to be
 * UTF-8 and is not is read as Windows-1252 where all before it was ASCII and what follows reads as
 * that; {@link #warning} says so. Nothing else is guessed, and nothing replaced: a byte that is no
 * character, and the zero byte, are an {@link UndecodableException}.
 */
final class Decoding extends Reader {
  private static final int SIZE = 1 << 16;

  private final InputStream in;
  private final byte[] bytes = new byte[SIZE];
  private final ByteBuffer undecoded = ByteBuffer.wrap(bytes).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(SIZE).limit(0);
  private CharsetDecoder decoder;
  private boolean mayBeAnother;
  private @Nullable String warning;
  private long offset;
  private long line = 1;
  private char last;
  private boolean ended;
  private boolean finished;

  /**
   * A decoding of bytes from their beginning.
   *
   * @param in is not closed
   * @param declared the encoding that comes with them, of an HTTP header
   * @throws UndecodableException if they declare an encoding that is not known
   */
  Decoding(InputStream in, ReadOptions options, Optional<String> declared) throws IOException {
    this.in = in;
    fill();
    byte[] start = Arrays.copyOf(bytes, undecoded.limit());
    Optional<ByteOrderMark> mark = ByteOrderMark.of(start);
    mark.ifPresent(m -> skip(m.length()));
    Optional<String> said =
        declared.or(() -> Encodings.declared(Arrays.copyOf(start, Math.min(1024, start.length))));
    Charset charset = options.encoding().or(() -> mark.map(ByteOrderMark::charset)).orElse(null);
    this.mayBeAnother = charset == null;
    this.decoder =
        strict(
            charset != null
                ? charset
                : said.isPresent() ? declared(said.get(), start) : StandardCharsets.UTF_8);
  }

  Decoding(InputStream in, ReadOptions options) throws IOException {
    this(in, options, Optional.empty());
  }

  /** What a person should know of the encoding, if anything: it is whole once all is read. */
  Optional<String> warning() {
    return Optional.ofNullable(warning);
  }

  private void skip(int count) {
    undecoded.position(count);
    offset = count;
  }

  private Charset declared(String name, byte[] start) throws UndecodableException {
    Charset charset =
        Encodings.of(name)
            .orElseThrow(
                () ->
                    new UndecodableException(
                        0,
                        1,
                        "the encoding \""
                            + name
                            + "\" that it declares is not known; name another by --encoding"));
    boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    if (wide) {
      // What declares itself in single bytes is not made of double ones.
      return StandardCharsets.UTF_8;
    }
    if (charset.equals(Encodings.WINDOWS_1252)
        && Encodings.isUtf8BeyondAscii(start, start.length)) {
      warning = "read as UTF-8, which it is, though it declares " + name;
      return StandardCharsets.UTF_8;
    }
    return charset;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (finished) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, from, count);
    return count;
  }

  private void decode() throws IOException {
    chars.clear();
    int before = undecoded.position();
    CoderResult result = decoder.decode(undecoded, chars, ended);
    chars.flip();
    check(before);
    offset += undecoded.position() - before;
    if (result.isError()) {
      if (!chars.hasRemaining()) {
        malformed(result.length());
      }
      // Else what was decoded goes first, and the fault comes up again.
    } else if (result.isUnderflow()) {
      if (ended) {
        finished = true;
      } else {
        fill();
      }
    }
  }

  /** Counts lines, finds what is no text, and notes what is beyond ASCII. */
  private void check(int from) throws UndecodableException {
    for (int i = chars.position(); i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\n' && last != '\r' || c == '\r') {
        line++;
      } else if (c == 0) {
        throw new UndecodableException(offset + zero(from), line, zeroAt(offset + zero(from)));
      } else if (c >= 0x80) {
        mayBeAnother = false;
      }
      last = c;
    }
  }

  private int zero(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != 0) {
      at++;
    }
    return at - from;
  }

  private static String zeroAt(long offset) {
    return "the zero byte at offset " + offset + " is no text; save the file as UTF-8";
  }

  private void malformed(int length) throws IOException {
    int at = undecoded.position();
    int bad = bytes[at] & 0xFF;
    boolean utf8 = decoder.charset().equals(StandardCharsets.UTF_8);
    boolean cut = utf8 && ended && at + length >= undecoded.limit() && bad >= 0xC2;
    if (!utf8 || !mayBeAnother || cut || !Encodings.isWindows1252(bytes, at, undecoded.limit())) {
      throw new UndecodableException(
          offset,
          line,
          "byte 0x%02X at offset %d is not %s; save the file as UTF-8, or name its encoding by --encoding"
              .formatted(bad, offset, decoder.charset().name()));
    }
    warning =
        "read as Windows-1252, since byte 0x%02X is not UTF-8; if that is wrong, name the encoding by --encoding"
            .formatted(bad);
    decoder = strict(Encodings.WINDOWS_1252);
    mayBeAnother = false;
  }

  private void fill() throws IOException {
    undecoded.compact();
    int kept = undecoded.position();
    int read = in.readNBytes(bytes, kept, bytes.length - kept);
    ended = kept + read < bytes.length;
    undecoded.position(0).limit(kept + read);
  }

  /** Whoever opened the bytes closes them. */
  @Override
  public void close() {}
}
