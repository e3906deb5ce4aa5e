package org.onrecord.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Sentence;
import org.onrecord.segment.Token;

/**
 * Empty openings of sentences, in which nobody speaks: "It is worth mentioning here that …". What
 * follows is read as if they were not there.
 */
final class Formulas {
  private static final Set<String> VERBS =
      Set.of(
          "mentioning",
          "noting",
          "recalling",
          "remembering",
          "adding",
          "stressing",
          "mention",
          "note",
          "recall",
          "remember",
          "add",
          "noted",
          "mentioned",
          "recalled",
          "pointing",
          "point");
  private static final Set<String> FILLERS =
      Set.of(
          "is",
          "was",
          "'s",
          "’s",
          "may",
          "must",
          "should",
          "be",
          "also",
          "worth",
          "pertinent",
          "important",
          "notable",
          "to",
          "here",
          "out",
          "that",
          "has",
          "bears",
          "bear",
          "relevant",
          "interesting",
          "needs",
          "might",
          "can",
          "it");
  private static final int LONGEST = 10;

  private Formulas() {}

  /** The paragraph without such openings; its tokens keep their places. */
  static Paragraph without(Paragraph paragraph) {
    List<Token> kept = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    boolean changed = false;
    for (Sentence sentence : paragraph.sentences()) {
      int from = afterFormula(paragraph.tokens(), sentence);
      changed |= from > sentence.first();
      int first = kept.size();
      kept.addAll(paragraph.tokens().subList(from, sentence.end()));
      sentences.add(new Sentence(first, kept.size()));
    }
    return changed
        ? new Paragraph(paragraph.ordinal(), paragraph.offset(), paragraph.text(), kept, sentences)
        : paragraph;
  }

  /** formula ::= "it" filler* verb filler* "that"; the sentence's first token where it has none. */
  private static int afterFormula(List<Token> tokens, Sentence sentence) {
    int i = sentence.first();
    if (!tokens.get(i).lower().equals("it")) {
      return i;
    }
    boolean verb = false;
    for (int k = i + 1; k < Math.min(sentence.end() - 1, i + LONGEST); k++) {
      String word = tokens.get(k).lower();
      if (VERBS.contains(word)) {
        verb = true;
      } else if (verb && word.equals("that")) {
        return k + 1;
      } else if (!FILLERS.contains(word)) {
        return i;
      }
    }
    return i;
  }
}
