package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Makes words of news English comparable: takes the possessive off ({@code Khan's} is {@code Khan},
 * and only that is highlighted), the full stops out of abbreviations ({@code U.S} is {@code US}),
 * the apostrophe out of {@code O'Brien}, the commas out of {@code 1,500}, and invisible characters
 * and combining accents off letters. Apostrophes may be straight or curly.
 *
 * <p>An abbreviation that would be a common word in lower case ({@code US}, {@code WHO}) is a word
 * of its own, {@code u.s}: a text has it beside {@code us}, a query has it alone.
 */
final class NewsTokenFilter extends TokenFilter {
  private static final Set<String> COMMON =
      Set.of("us", "it", "who", "is", "up", "ice", "aids", "am");

  /** What is read. */
  enum Reading {
    TEXT,
    QUERY
  }

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Reading reading;

  /** The abbreviation that stands in the same place as the word before. */
  private @Nullable String beside;

  NewsTokenFilter(TokenStream input, Reading reading) {
    super(input);
    this.reading = reading;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    beside = null;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (beside != null) {
      term.setEmpty().append(beside);
      increment.setPositionIncrement(0);
      beside = null;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    dropPossessive();
    if (term.length() > 1) {
      boolean plain = isPlain();
      if (!plain) {
        dropInvisible();
      }
      joinName();
      if (Character.isDigit(term.charAt(0))) {
        drop(',', ',');
      }
      abbreviation();
      if (!plain) {
        drop('\u0300', '\u036F');
      }
    }
    return true;
  }

  /** Whether it is ASCII alone, as most words are: nothing invisible or combining is in it. */
  private boolean isPlain() {
    char[] letters = term.buffer();
    char all = 0;
    for (int i = 0; i < term.length(); i++) {
      all |= letters[i];
    }
    return all < 0x80;
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

  /** Soft hyphens and marks of direction within a word; what joins pictographs stays. */
  private void dropInvisible() {
    if (Character.isLetterOrDigit(term.charAt(0))) {
      drop('\u00AD', '\u00AD');
      drop('\u200B', '\u200F');
      drop('\u202A', '\u202E');
      drop('\u2060', '\u2064');
      drop('\uFEFF', '\uFEFF');
    }
  }

  /** O'Brien and D'Souza are one word. */
  private void joinName() {
    if (term.length() >= 5 && isApostrophe(term.charAt(1)) && "oOdD".indexOf(term.charAt(0)) >= 0) {
      char apostrophe = term.charAt(1);
      drop(apostrophe, apostrophe);
    }
  }

  private void abbreviation() {
    boolean dotted = isDotted();
    if (dotted) {
      drop('.', '.');
    }
    if (dotted || isInCapitals()) {
      String word = term.toString().toLowerCase(Locale.ROOT);
      if (COMMON.contains(word)) {
        String own = String.join(".", word.split(""));
        switch (reading) {
          case TEXT -> beside = own;
          case QUERY -> term.setEmpty().append(own);
        }
      }
    }
  }

  /** Single letters parted by full stops. */
  private boolean isDotted() {
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

  private boolean isInCapitals() {
    for (int i = 0; i < term.length(); i++) {
      if (!Character.isUpperCase(term.charAt(i))) {
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
