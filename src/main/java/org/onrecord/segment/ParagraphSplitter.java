package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.TextSpan;

/**
 * Finds the paragraphs of a body: parted by blank lines or, where a body of several lines has none,
 * by its line breaks if most of the lines end as a sentence does. What is longer than {@link
 * Segmenter#LONGEST_PARAGRAPH} is cut. Linear in the body's length.
 */
final class ParagraphSplitter {
  private static final char PARAGRAPH_SEPARATOR = '\u2029';
  private static final String STOPS = ".!?\"”’'…:";

  private ParagraphSplitter() {}

  static List<TextSpan> paragraphs(String body) {
    List<TextSpan> byBlankLines = split(body, 2);
    if (byBlankLines.size() != 1) {
      return cut(body, byBlankLines);
    }
    List<TextSpan> byLines = split(body, 1);
    long whole = byLines.stream().filter(line -> endsSentence(line.in(body))).count();
    return cut(body, byLines.size() > 1 && 2 * whole > byLines.size() ? byLines : byBlankLines);
  }

  /** The stretches parted by so many line breaks with only blanks between, or by U+2029. */
  private static List<TextSpan> split(String body, int breaks) {
    List<TextSpan> spans = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < body.length()) {
      int found = 0;
      int end = at;
      while (end < body.length() && isBlank(body.charAt(end))) {
        int after = afterLineBreak(body, end);
        if (after > end) {
          found += body.charAt(end) == PARAGRAPH_SEPARATOR ? breaks : 1;
        }
        end = Math.max(after, end + 1);
      }
      if (found >= breaks) {
        addStripped(spans, body, start, at);
        start = end;
      }
      at = Math.max(end, at + 1);
    }
    addStripped(spans, body, start, body.length());
    return spans;
  }

  /** Where the line break at this place ends, \r\n being one; the place itself where none is. */
  private static int afterLineBreak(String body, int at) {
    return switch (body.charAt(at)) {
      case '\r' -> at + 1 < body.length() && body.charAt(at + 1) == '\n' ? at + 2 : at + 1;
      case '\n', '\u000B', '\f', '\u0085', '\u2028', PARAGRAPH_SEPARATOR -> at + 1;
      default -> at;
    };
  }

  private static List<TextSpan> cut(String body, List<TextSpan> paragraphs) {
    List<TextSpan> pieces = new ArrayList<>();
    for (TextSpan paragraph : paragraphs) {
      int start = paragraph.start();
      while (paragraph.end() - start > Segmenter.LONGEST_PARAGRAPH) {
        int end = cutPlace(body, start);
        addStripped(pieces, body, start, end);
        start = end;
      }
      addStripped(pieces, body, start, paragraph.end());
    }
    return pieces;
  }

  /** Where to cut what is too long: after a sentence, else after a word, else anywhere. */
  private static int cutPlace(String body, int start) {
    int limit = start + Segmenter.LONGEST_PARAGRAPH;
    int blank = -1;
    for (int i = limit; i > start + Segmenter.LONGEST_PARAGRAPH / 2; i--) {
      if (isBlank(body.charAt(i))) {
        if (STOPS.indexOf(body.charAt(i - 1)) >= 0) {
          return i;
        }
        blank = Math.max(blank, i);
      }
    }
    if (blank >= 0) {
      return blank;
    }
    return Character.isLowSurrogate(body.charAt(limit)) ? limit - 1 : limit;
  }

  private static void addStripped(List<TextSpan> spans, String body, int start, int end) {
    while (start < end && isBlank(body.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(body.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      spans.add(new TextSpan(start, end));
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\uFEFF';
  }

  private static boolean endsSentence(String line) {
    return STOPS.indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
