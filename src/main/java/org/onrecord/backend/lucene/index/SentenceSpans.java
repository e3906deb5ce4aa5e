package org.onrecord.backend.lucene.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.article.TextSpan;

/**
 * Where the sentences of a text stand, well enough to show them: an abbreviation's full stop ends
 * none.
 */
public final class SentenceSpans {
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "col", "lt", "capt", "maj",
          "sgt", "hon", "rev", "st", "jr", "sr", "vs", "no", "inc", "ltd");

  private SentenceSpans() {}

  /** The sentences in order, without the blanks between them. */
  public static List<TextSpan> of(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<TextSpan> sentences = new ArrayList<>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end == text.length() || !endsInAbbreviation(text, start, end)) {
        TextSpan sentence = stripped(text, start, end);
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = end;
      }
    }
    return sentences;
  }

  private static TextSpan stripped(String text, int start, int end) {
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new TextSpan(start, end);
  }

  private static boolean endsInAbbreviation(String text, int start, int end) {
    TextSpan sentence = stripped(text, start, end);
    int stop = sentence.end() - 1;
    if (stop < sentence.start() || text.charAt(stop) != '.') {
      return false;
    }
    int word = stop;
    while (word > sentence.start() && isPartOfAbbreviation(text.charAt(word - 1))) {
      word--;
    }
    String abbreviation = text.substring(word, stop).toLowerCase(Locale.ROOT);
    return abbreviation.length() == 1 && Character.isLetter(abbreviation.charAt(0))
        || abbreviation.indexOf('.') > 0
        || TITLES.contains(abbreviation);
  }

  private static boolean isPartOfAbbreviation(char c) {
    return Character.isLetter(c) || c == '.';
  }
}
