package org.onrecord.segment;

import java.util.Locale;
import org.onrecord.article.TextSpan;

/**
 * A word, a clitic ('s, n't), a number or a punctuation mark.
 *
 * @param text its characters, but for those that only say where a word may be parted
 * @param start its place in the paragraph, UTF-16
 * @param end the place after its last character in the paragraph, UTF-16
 */
public record Token(String text, int start, int end) {

  /** A token whose characters all show. */
  public Token(String text, int start) {
    this(text, start, start + text.length());
  }

  public TextSpan span() {
    return new TextSpan(start, end);
  }

  public String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  public boolean isWord() {
    return Character.isLetterOrDigit(text.codePointAt(0))
        || text.length() > 1 && Character.isLetter(text.codePointAt(text.length() - 1));
  }

  public boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0));
  }
}
