package org.onrecord.format;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How bytes are read where they do not say it themselves.
 *
 * @param encoding that of all input, whatever it says of itself; empty to tell it, {@link Decoding}
 * @param dates what an ambiguous day means
 * @param html what becomes of mark-up in a plain body
 */
public record ReadOptions(Optional<Charset> encoding, DateOrder dates, HtmlMode html) {
  /** Nothing is said. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(Optional.empty(), DateOrder.UNSAID, HtmlMode.AUTO);

  /** An encoding by any of its names, {@code latin1}; empty where there is none. */
  public static Optional<Charset> encoding(String name) {
    return Encodings.of(name);
  }

  /** The same with another mode for mark-up. */
  public ReadOptions withHtml(HtmlMode mode) {
    return new ReadOptions(encoding, dates, mode);
  }

  /** The same of bytes that are UTF-8 already. */
  ReadOptions withoutEncoding() {
    return new ReadOptions(Optional.empty(), dates, html);
  }
}
