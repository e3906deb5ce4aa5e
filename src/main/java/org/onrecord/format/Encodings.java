package org.onrecord.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which encoding bytes are in. What says so counts in this order: whoever reads them, a byte order
 * mark, a declaration of XML or HTML; then they are UTF-8. Latin-1 is read as Windows-1252, which
 * has more characters, as the <a href="https://encoding.spec.whatwg.org/">Encoding Standard</a> has
 * it.
 */
final class Encodings {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern DECLARED =
      Pattern.compile(
          "<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]{1,40})(?=[\"'\\s/>;?])"
              + "|<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{1,40})(?=[\"'\\s/>;?])",
          Pattern.CASE_INSENSITIVE);

  private Encodings() {}

  /** An encoding by any of its names; Latin-1 and ASCII are Windows-1252, empty where unknown. */
  static Optional<Charset> of(String name) {
    String label = name.strip().toLowerCase(Locale.ROOT);
    if (label.equals("ascii")
        || label.equals("us-ascii")
        || label.matches("(iso[-_]?8859[-_]?1|latin-?1|l1)")) {
      return Optional.of(WINDOWS_1252);
    }
    try {
      return Optional.of(Charset.forName(label));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The name of the encoding that XML or HTML declares, if it does. */
  static Optional<String> declared(byte[] start) {
    Matcher matcher = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    return matcher.find()
        ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  /**
   * Whether bytes read as Windows-1252: each has a character, and what is beyond ASCII are
   * punctuation marks and letters scattered among others, not whole words of such letters, which
   * would be another alphabet; nor is any character of UTF-8 among them.
   */
  static boolean isWindows1252(byte[] bytes, int from, int to) {
    int letters = 0;
    int high = 0;
    int run = 0;
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xFF;
      if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) {
        return false;
      }
      if (b >= 0xC2 && b < 0xE0 && i + 1 < to && (bytes[i + 1] & 0xC0) == 0x80
          || b >= 0xE0
              && b < 0xF0
              && i + 2 < to
              && (bytes[i + 1] & 0xC0) == 0x80
              && (bytes[i + 2] & 0xC0) == 0x80) {
        return false;
      }
      boolean highLetter = b >= 0xC0 && b != 0xD7 && b != 0xF7;
      run = highLetter ? run + 1 : 0;
      high += highLetter ? 1 : 0;
      letters += highLetter || Character.isLetter(b) && b < 0x80 ? 1 : 0;
      if (run >= 4) {
        return false;
      }
    }
    return high <= Math.max(3, letters / 5);
  }

  /** Whether there are characters beyond ASCII and all of them are UTF-8; the last may be cut. */
  static boolean isUtf8BeyondAscii(byte[] bytes, int length) {
    boolean beyond = false;
    for (int i = 0; i < length; ) {
      int b = bytes[i] & 0xFF;
      int more = b < 0x80 ? 0 : b >= 0xF0 && b < 0xF5 ? 3 : b >= 0xE0 ? 2 : b >= 0xC2 ? 1 : -1;
      if (more < 0 || b >= 0xF5) {
        return false;
      }
      for (int k = 1; k <= more && i + k < length; k++) {
        if ((bytes[i + k] & 0xC0) != 0x80) {
          return false;
        }
      }
      beyond |= more > 0;
      i += more + 1;
    }
    return beyond;
  }
}
