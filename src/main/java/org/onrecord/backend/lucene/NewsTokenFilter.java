package org.onrecord.backend.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Makes words of news English comparable: takes the possessive off ({@code Khan's} is {@code Khan},
 * and only that is highlighted), the full stops out of abbreviations ({@code U.S} is {@code US})
 * and combining accents off decomposed letters. Apostrophes may be straight or curly.
 */
final class NewsTokenFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

  NewsTokenFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    dropPossessive();
    if (isAbbreviation()) {
      drop('.', '.');
    }
    drop('\u0300', '\u036F');
    return true;
  }

  private void dropPossessive() {
    int length = term.length();
    if (length > 2
        && (term.charAt(length - 1) == 's' || term.charAt(length - 1) == 'S')
        && isApostrophe(term.charAt(length - 2))) {
      term.setLength(length - 2);
      offset.setOffset(
          offset.startOffset(), Math.max(offset.startOffset(), offset.endOffset() - 2));
    }
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\uFF07';
  }

  /** Single letters parted by full stops. */
  private boolean isAbbreviation() {
    if (term.length() < 3) {
      return false;
    }
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }

  private void drop(char first, char last) {
    int kept = 0;
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (c < first || c > last) {
        term.buffer()[kept++] = c;
      }
    }
    if (kept > 0) {
      term.setLength(kept);
    }
  }
}
