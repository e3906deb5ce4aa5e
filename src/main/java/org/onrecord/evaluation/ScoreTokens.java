package org.onrecord.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.TextSpan;

/**
 * A text's tokens as the scores count them: maximal runs of letters, digits and underscores, with
 * inner apostrophes. A stretch of text is the set of tokens it touches, so that marks, commas and
 * blanks at its edges never matter.
 */
final class ScoreTokens {
  /** A character of a word. */
  static final String WORD = "[\\p{L}\\p{N}_]";

  private static final Pattern TOKEN = Pattern.compile(WORD + "+(?:['’]" + WORD + "+)*");
  private static final String PARAGRAPH_BREAK = "\n\n";

  private final String text;
  private final int[] starts;
  private final int[] ends;

  ScoreTokens(String text) {
    this.text = text;
    List<TextSpan> spans = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      spans.add(new TextSpan(matcher.start(), matcher.end()));
    }
    starts = spans.stream().mapToInt(TextSpan::start).toArray();
    ends = spans.stream().mapToInt(TextSpan::end).toArray();
  }

  /** The tokens that a stretch of the text touches; no token's start or end is like another's. */
  TokenRange range(TextSpan span) {
    return new TokenRange(after(ends, span.start() + 1), after(starts, span.end()));
  }

  /** How many of the sorted numbers are less than the bound. */
  private static int after(int[] numbers, int bound) {
    int found = Arrays.binarySearch(numbers, bound);
    return found < 0 ? -found - 1 : found;
  }

  /** The pieces of a stretch of the text that its paragraph breaks leave. */
  List<TextSpan> pieces(TextSpan span) {
    List<TextSpan> pieces = new ArrayList<>();
    int end = Math.min(span.end(), text.length());
    int from = span.start();
    int at = text.indexOf(PARAGRAPH_BREAK, from);
    while (at >= 0 && at + PARAGRAPH_BREAK.length() <= end) {
      pieces.add(new TextSpan(from, at));
      from = at + PARAGRAPH_BREAK.length();
      at = text.indexOf(PARAGRAPH_BREAK, from);
    }
    if (from < end) {
      pieces.add(new TextSpan(from, end));
    }
    return pieces;
  }
}
