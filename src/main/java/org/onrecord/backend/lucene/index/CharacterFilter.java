package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts what is written without blanks, or with endings that are words of their own, into single
 * characters: Thai, Lao, Khmer, Burmese, Korean. A word of them is then found as its characters
 * side by side, as Chinese is.
 */
final class CharacterFilter extends TokenFilter {
  private static final Set<String> TYPES =
      Set.of(
          StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN],
          StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HANGUL]);

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private String word = "";
  private int start;
  private int next;

  CharacterFilter(TokenStream input) {
    super(input);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    word = "";
    next = 0;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next == word.length()) {
      if (!input.incrementToken()) {
        return false;
      }
      if (!TYPES.contains(type.type())) {
        return true;
      }
      word = term.toString();
      start = offset.startOffset();
      next = 0;
    }
    int end = next + Character.charCount(word.codePointAt(next));
    clearAttributes();
    term.append(word, next, end);
    offset.setOffset(start + next, start + end);
    next = end;
    return true;
  }
}
