package org.onrecord.backend.lucene.index;

import java.io.IOException;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Makes letters and digits that are written in several ways one: case, accents, forms of Arabic and
 * Persian letters, vowel signs, the digits of every script. Most words are plain ASCII, of which
 * only the case is to be folded: the others alone go through the filters for it.
 */
final class FoldingFilter extends TokenFilter {
  private static final int ASCII = 0x80;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TokenStream others = folded(new AtHand(this));

  FoldingFilter(TokenStream input) {
    super(input);
  }

  private static TokenStream folded(TokenStream words) {
    TokenStream latin = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    TokenStream arabic =
        new PersianNormalizationFilter(
            new ArabicNormalizationFilter(new DecimalDigitFilter(latin)));
    return new HindiNormalizationFilter(new IndicNormalizationFilter(arabic));
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    others.reset();
  }

  @Override
  public boolean incrementToken() throws IOException {
    return input.incrementToken() && (isLowered() || others.incrementToken());
  }

  /** Lowers the case of a word of ASCII; false, and nothing done, where it is no such word. */
  private boolean isLowered() {
    char[] letters = term.buffer();
    int length = term.length();
    char all = 0;
    for (int i = 0; i < length; i++) {
      all |= letters[i];
    }
    if (all >= ASCII) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = letters[i];
      letters[i] = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return true;
  }

  /** The word at hand, over and over. */
  private static final class AtHand extends TokenStream {
    AtHand(AttributeSource words) {
      super(words);
    }

    @Override
    public boolean incrementToken() {
      return true;
    }
  }
}
