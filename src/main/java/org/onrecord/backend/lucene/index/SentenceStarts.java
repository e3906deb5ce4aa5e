package org.onrecord.backend.lucene.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.onrecord.article.TextSpan;
import org.onrecord.segment.Sentences;

/**
 * The token stream of {@link Fields#SENTENCE}: {@link #TERM} at the position of the first word of
 * each sentence, as positions are counted in the text.
 */
public final class SentenceStarts extends TokenStream {
  public static final String TERM = "s";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Integer> positions;
  private int next;

  private SentenceStarts(List<Integer> positions) {
    this.positions = positions;
  }

  /**
   * The stream for a text.
   *
   * @param words the text as it is cut into words; they are read and not closed
   */
  static TokenStream of(TokenStream words, String text) throws IOException {
    List<TextSpan> sentences = Sentences.of(text);
    List<Integer> positions = new ArrayList<>();
    OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
    PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
    words.reset();
    int position = -1;
    int sentence = -1;
    while (words.incrementToken()) {
      position += step.getPositionIncrement();
      int before = sentence;
      while (sentence + 1 < sentences.size()
          && sentences.get(sentence + 1).start() <= offset.startOffset()) {
        sentence++;
      }
      if (sentence > before) {
        positions.add(position);
      }
    }
    return new SentenceStarts(positions);
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == positions.size()) {
      return false;
    }
    clearAttributes();
    int before = next == 0 ? -1 : positions.get(next - 1);
    term.append(TERM);
    increment.setPositionIncrement(positions.get(next++) - before);
    return true;
  }
}
