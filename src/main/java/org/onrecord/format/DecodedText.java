package org.onrecord.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Bytes read as text, all at once, {@link Decoding}. */
sealed interface DecodedText {

  /**
   * The text without its byte order mark.
   *
   * @param warning what a person should know of the encoding
   */
  record Whole(String text, Optional<String> warning) implements DecodedText {}

  /**
   * Bytes that are no text.
   *
   * @param line the line of the first such byte, from 1
   */
  record Broken(long offset, long line, String reason) implements DecodedText {}

  static DecodedText of(byte[] bytes, ReadOptions options) {
    return of(bytes, options, Optional.empty());
  }

  /**
   * Decodes them.
   *
   * @param declared the encoding that comes with them, of an HTTP header
   */
  static DecodedText of(byte[] bytes, ReadOptions options, Optional<String> declared) {
    try (Decoding decoding = new Decoding(new ByteArrayInputStream(bytes), options, declared)) {
      StringBuilder text = new StringBuilder(bytes.length);
      char[] some = new char[1 << 13];
      for (int read = decoding.read(some); read >= 0; read = decoding.read(some)) {
        text.append(some, 0, read);
      }
      return new Whole(text.toString(), decoding.warning());
    } catch (UndecodableException e) {
      return new Broken(e.offset(), e.line(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
