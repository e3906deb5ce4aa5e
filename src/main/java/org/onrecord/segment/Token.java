package org.onrecord.segment;

import java.util.Locale;
import org.onrecord.article.TextSpan;

/**
 * A word, a clitic ('s, n't), a number or a punctuation mark.
 *
 * @param text its characters
 * @param start its place in the paragraph, UTF-16
 */
public record Token(String text, int start) {

  /** The place after its last character, UTF-16. */
  public int end() {
    return start + text.length();
  }

  public TextSpan span() {
    return new TextSpan(start, end());
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
