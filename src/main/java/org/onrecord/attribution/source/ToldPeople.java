package org.onrecord.attribution.source;

import java.util.List;
import java.util.Set;
import org.onrecord.article.Excerpt;
import org.onrecord.attribution.words.Lexicon;
import org.onrecord.segment.Paragraph;
import org.onrecord.segment.Token;

/**
 * Tells those who are told something, or of whom it is said, from those who say it: "Hale was told
 * that …", "Hale has been accused of …", "the board is said to have …".
 */
final class ToldPeople {
  private static final Set<String> BE =
      Set.of("is", "are", "was", "were", "been", "being", "be", "'s", "’s");

  /** Whoever this is done to says nothing by it. */
  private static final Set<String> RECEIVED =
      Set.of(
          "accused",
          "advised",
          "alleged",
          "asked",
          "believed",
          "charged",
          "claimed",
          "informed",
          "ordered",
          "reminded",
          "reported",
          "rumored",
          "rumoured",
          "said",
          "told",
          "thought",
          "understood",
          "urged",
          "warned");

  /** What leads from something written to who is to read it, or against whom it is. */
  private static final Set<String> TO = Set.of("to", "against");

  /** So many words stand between a preposition and a name, or something written, at the most. */
  private static final int REACH = 6;

  private ToldPeople() {}

  /**
   * Whether a source is whom something written is to or against that says it: "sent a letter to
   * HALE demanding …", "ran an ad against HALE accusing him of …".
   */
  static boolean isAddressee(Paragraph paragraph, Excerpt source, Excerpt cue) {
    List<Token> tokens = paragraph.tokens();
    boolean participle =
        cue.paragraph() == source.paragraph()
            && cue.text().endsWith("ing")
            && source.span().end() < cue.span().start()
            && paragraph.tokenAt(source.span().end()) == paragraph.tokenAt(cue.span().start());
    if (!participle) {
      return false;
    }
    int first = paragraph.tokenAt(source.span().start());
    if (WritingNouns.stands(tokens, first, paragraph.tokenAt(source.span().end()))) {
      return false;
    }
    int to = first - 1;
    while (to > 0 && first - to < REACH && tokens.get(to).isWord() && !isTo(tokens, to)) {
      to--;
    }
    return to > 0
        && isTo(tokens, to)
        && WritingNouns.stands(tokens, Math.max(sentenceStart(paragraph, to), to - REACH), to);
  }

  private static boolean isTo(List<Token> tokens, int at) {
    return TO.contains(Lexicon.lower(tokens.get(at).text()));
  }

  private static int sentenceStart(Paragraph paragraph, int token) {
    return paragraph.sentences().get(paragraph.sentenceOf(token)).first();
  }

  /** Whether a source stands before a cue as the subject of its passive. */
  static boolean isSubjectOfPassive(Paragraph paragraph, Excerpt source, Excerpt cue) {
    if (cue.paragraph() != source.paragraph() || source.span().end() > cue.span().start()) {
      return false;
    }
    List<Token> tokens = paragraph.tokens();
    int last = paragraph.tokenAt(cue.span().end());
    while (last >= tokens.size() || tokens.get(last).start() >= cue.span().end()) {
      last--;
    }
    int from = paragraph.tokenAt(source.span().end());
    boolean sentence = paragraph.sentenceOf(last) == paragraph.sentenceOf(Math.max(0, from - 1));
    if (!sentence || !RECEIVED.contains(Lexicon.lower(tokens.get(last).text()))) {
      return false;
    }
    int be = last - 1;
    while (be >= from && tokens.get(be).text().endsWith("ly")) {
      be--;
    }
    boolean passive = be >= from && BE.contains(Lexicon.lower(tokens.get(be).text()));
    for (int i = from; passive && i < be; i++) {
      passive = tokens.get(i).isWord();
    }
    return passive;
  }
}
