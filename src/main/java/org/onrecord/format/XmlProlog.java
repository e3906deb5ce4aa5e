package org.onrecord.format;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before XML's first element, as programs write it: blank lines or a comment above the
 * declaration, which the specification forbids. The declaration is blanked out, since the encoding
 * is known; so lines keep their numbers.
 */
final class XmlProlog {
  private static final Pattern DECLARATION =
      Pattern.compile("\\A(?:\\s++|<!--.*?-->)*+(<\\?xml\\s[^>]*\\?>)", Pattern.DOTALL);

  private XmlProlog() {}

  /** The same characters without a declaration. */
  static Reader of(Reader text) throws IOException {
    char[] start = new char[FileOpening.SIZE];
    int length = 0;
    for (int more = 0; more >= 0 && length < start.length; length += Math.max(0, more)) {
      more = text.read(start, length, start.length - length);
    }
    Matcher declaration = DECLARATION.matcher(new String(start, 0, length));
    if (declaration.find()) {
      for (int i = declaration.start(1); i < declaration.end(1); i++) {
        start[i] = start[i] == '\n' || start[i] == '\r' ? start[i] : ' ';
      }
    }
    PushbackReader whole = new PushbackReader(text, FileOpening.SIZE);
    whole.unread(start, 0, length);
    return whole;
  }
}
