package org.onrecord.attribution.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.attribution.words.BodyNouns;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/** Finds what somebody who says something is said to say it in: "said in a statement". */
public final class WritingNouns {
  /** Nouns for what somebody says, which is nowhere written. */
  private static final Set<String> SAYINGS =
      Set.of(
          "accusation",
          "ad",
          "admission",
          "allegation",
          "argument",
          "assertion",
          "assurance",
          "call",
          "claim",
          "comment",
          "contention",
          "criticism",
          "demand",
          "denial",
          "explanation",
          "insistence",
          "interview",
          "pledge",
          "prediction",
          "promise",
          "question",
          "remark",
          "suggestion",
          "threat",
          "vow");

  /** So many words stand between an owner and the noun at the most: her "most recent" claim. */
  private static final int REACH = 3;

  private WritingNouns() {}

  /** Whether a noun for what somebody says or writes stands at a token or soon after it. */
  static boolean follows(List<Token> tokens, int at) {
    int end = Math.min(at, tokens.size());
    while (end < Math.min(tokens.size(), at + REACH) && tokens.get(end).isWord()) {
      end++;
    }
    return stands(tokens, at, end);
  }

  /** Whether a noun for what somebody says or writes stands among tokens. */
  static boolean stands(List<Token> tokens, int first, int end) {
    return tokens.subList(Math.min(first, end), end).stream()
        .map(token -> BodyNouns.singular(Lexicon.lower(token.text())))
        .anyMatch(word -> SAYINGS.contains(word) || BodyNouns.ENGLISH.isText(word));
  }

  /** The nouns for something written in the sentence of a source, by their tokens. */
  public static Map<Integer, String> near(Paragraph paragraph, int source) {
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
