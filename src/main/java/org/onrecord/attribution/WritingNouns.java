package org.onrecord.attribution;

import java.util.HashMap;
import java.util.Map;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;

/** Finds what somebody who says something is said to say it in: "said in a statement". */
final class WritingNouns {
  private WritingNouns() {}

  /** The nouns for something written in the sentence of a source, by their tokens. */
  static Map<Integer, String> near(Paragraph paragraph, int source) {
    Map<Integer, String> found = new HashMap<>();
    if (source >= paragraph.tokens().size()) {
      return found;
    }
    Sentence sentence = paragraph.sentences().get(paragraph.sentenceOf(source));
    for (int i = sentence.first(); i < sentence.end(); i++) {
      String word = Lexicon.lower(paragraph.tokens().get(i).text());
      if (BodyNouns.ENGLISH.isText(word)) {
        found.put(i, word);
      }
    }
    return found;
  }
}
