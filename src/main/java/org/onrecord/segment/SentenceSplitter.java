package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds where sentences end: after a full stop, question or exclamation mark and the closing marks
 * that follow it, where what comes next can begin a sentence. Made for news: titles and initials do
 * not end one, nor does a mark inside a quotation that its cue follows ("Why?" he asked).
 */
final class SentenceSplitter {
  private static final Set<String> STOPS = Set.of(".", "!", "?", "...", "…", "....", "؟", "۔", "।");
  private static final Set<String> CLOSERS = Set.of("\"", "”", "’", "'", "''", ")", "]", "»");
  private static final Set<String> STARTERS =
      Set.of(
          ("The A An He She It They We I You But And In On At For This That These Those There When"
               + " While If As His Her Their Its Our My After Before Since However Meanwhile Both"
               + " Some Many Most No Not What Who Why How Last With By From To So Yet Or Under"
               + " During Although Though Also Now Then According Asked Even")
              .split(" "));

  private SentenceSplitter() {}

  static List<Sentence> sentences(List<Token> tokens) {
    List<Sentence> sentences = new ArrayList<>();
    int first = 0;
    int at = 0;
    while (at < tokens.size()) {
      if (endsSentence(tokens, at)) {
        int end = afterClosers(tokens, at + 1);
        if (end >= tokens.size() || canBegin(tokens, at, end)) {
          sentences.add(new Sentence(first, end));
          first = end;
        }
        at = end;
      } else {
        at++;
      }
    }
    if (first < tokens.size()) {
      sentences.add(new Sentence(first, tokens.size()));
    }
    return sentences;
  }

  private static boolean endsSentence(List<Token> tokens, int at) {
    String text = tokens.get(at).text();
    return STOPS.contains(text)
        || text.length() > 1 && text.endsWith(".") && !Abbreviations.neverLast(text);
  }

  /**
   * Closing marks that touch the stop; a straight mark with a blank before it opens the next
   * sentence.
   */
  private static int afterClosers(List<Token> tokens, int at) {
    while (at < tokens.size()
        && (CLOSERS.contains(tokens.get(at).text()) || STOPS.contains(tokens.get(at).text()))
        && tokens.get(at).start() == tokens.get(at - 1).end()) {
      at++;
    }
    return at;
  }

  private static boolean canBegin(List<Token> tokens, int stop, int next) {
    Token token = tokens.get(next);
    String stopText = tokens.get(stop).text();
    boolean abbreviation = stopText.length() > 1 && Character.isLetter(stopText.codePointAt(0));
    if (abbreviation && next == stop + 1) {
      return STARTERS.contains(token.text());
    }
    int c = token.text().codePointAt(0);
    if (Character.isLetter(c)) {
      return !Character.isLowerCase(c);
    }
    return Character.isDigit(c) ? !isNumber(tokens, stop, next) : isOpener(tokens, next);
  }

  /** Whether the stop belongs to the word before a number: "the world's No. 1". */
  private static boolean isNumber(List<Token> tokens, int stop, int next) {
    return next == stop + 1
        && stop > 0
        && tokens.get(stop).text().equals(".")
        && tokens.get(stop - 1).text().equals("No");
  }

  private static boolean isOpener(List<Token> tokens, int at) {
    return switch (tokens.get(at).text()) {
      case "“", "‘", "(", "[", "``", "«", "„", "—", "–", "-", "--", "•", "*", "#", "@", "$" -> true;
      case "\"", "'", "''" ->
          at + 1 < tokens.size() && tokens.get(at + 1).start() == tokens.get(at).end();
      default -> false;
    };
  }
}
