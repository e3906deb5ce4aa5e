package org.onrecord.segment;

import java.util.List;
import org.onrecord.article.TextSpan;

/**
 * A paragraph and its tokens.
 *
 * @param ordinal 0 for the headline, then from 1
 * @param offset where it begins in the article's body, UTF-16; 0 for the headline
 * @param text its characters, without blanks at either end
 * @param sentences in order; together they cover every token
 */
public record Paragraph(
    int ordinal, int offset, String text, List<Token> tokens, List<Sentence> sentences) {
  public Paragraph {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
  }

  public boolean isHeadline() {
    return ordinal == 0;
  }

  /** From the start of token {@code first} to the end of the last token before {@code end}. */
  public TextSpan span(int first, int end) {
    return new TextSpan(tokens.get(first).start(), tokens.get(end - 1).end());
  }

  /**
   * The index of the first token that ends after {@code offset}; the number of tokens past the
   * last.
   */
  public int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the sentence that holds this token. */
  public int sentenceOf(int token) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).end() <= token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
