package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.TextSpan;

/** Where the sentences of a text stand, as an article's are found: see {@link SentenceSplitter}. */
public final class Sentences {
  private Sentences() {}

  /** The sentences in order, without the blanks between them; UTF-16. */
  public static List<TextSpan> of(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    List<TextSpan> sentences = new ArrayList<>();
    for (Sentence sentence : SentenceSplitter.sentences(tokens)) {
      sentences.add(
          new TextSpan(tokens.get(sentence.first()).start(), tokens.get(sentence.end() - 1).end()));
    }
    return sentences;
  }
}
