package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.TextSpan;

/** Where the sentences of a text stand, as an article's are found: see {@link SentenceSplitter}. */
public final class Sentences {
  /** What ends sentences; each is a {@link SentenceSplitter} stop, alone or in a row. */
  private static final String STOPS = ".!?…؟۔।";

  private static final String CLOSERS = "\"”’')]»";

  /** Marks that stand alone, beside those of ASCII, before which nothing is left out. */
  private static final String MARKS = "“”‘’»«";

  private Sentences() {}

  /** The sentences in order, without the blanks between them; UTF-16. */
  public static List<TextSpan> of(String text) {
    return isOne(text) ? List.of(new TextSpan(0, text.length())) : cut(text);
  }

  static List<TextSpan> cut(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    List<TextSpan> sentences = new ArrayList<>();
    for (Sentence sentence : SentenceSplitter.sentences(tokens)) {
      sentences.add(
          new TextSpan(tokens.get(sentence.first()).start(), tokens.get(sentence.end() - 1).end()));
    }
    return sentences;
  }

  /**
   * Whether a text is seen to be one sentence without reading its words, as most of what is said
   * is: it ends where the first stop and its closing marks end, or has none.
   */
  private static boolean isOne(String text) {
    if (text.isEmpty() || !shows(text.charAt(0)) || !shows(text.charAt(text.length() - 1))) {
      return false;
    }
    int end = text.length();
    while (end > 0 && isEnding(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (STOPS.indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isEnding(char c) {
    return STOPS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
  }

  private static boolean shows(char c) {
    return c > ' ' && c < 0x7f && c != '\\' || MARKS.indexOf(c) >= 0;
  }
}
