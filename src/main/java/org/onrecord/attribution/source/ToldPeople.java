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

  private ToldPeople() {}

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
