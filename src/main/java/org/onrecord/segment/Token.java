package org.onrecord.segment;

import org.onrecord.article.TextSpan;

/**
 * A word, a clitic ('s, n't), a number or a punctuation mark.
 *
 * @param word its characters, but for those that only say where a word may be parted
 * @param start its place in the paragraph, UTF-16
 * @param end the place after its last character in the paragraph, UTF-16
 */
public record Token(Word word, int start, int end) {

  /** A token whose characters all show. */
  public Token(String text, int start) {
    this(Vocabulary.SHARED.word(text, 0, text.length()), start, start + text.length());
  }

  public String text() {
    return word.text();
  }

  public TextSpan span() {
    return new TextSpan(start, end);
  }

  public String lower() {
    return word.lower();
  }

  /** In small letters, with straight apostrophes. */
  public String plain() {
    return word.plain();
  }

  public boolean isWord() {
    String text = word.text();
    return Character.isLetterOrDigit(text.codePointAt(0))
        || text.length() > 1 && Character.isLetter(text.codePointAt(text.length() - 1));
  }

  public boolean isCapitalised() {
    return word.isCapitalised();
  }
}
