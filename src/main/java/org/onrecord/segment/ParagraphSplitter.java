package org.onrecord.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.TextSpan;

/**
 * Finds the paragraphs of a body: parted by blank lines or, where a body of several lines has none,
 * by its line breaks if most of the lines end as a sentence does.
 */
final class ParagraphSplitter {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[\\h]*(?:\\R[\\h]*)+|\u2029");
  private static final Pattern LINE = Pattern.compile("\\R");

  private ParagraphSplitter() {}

  static List<TextSpan> paragraphs(String body) {
    List<TextSpan> byBlankLines = split(body, BLANK_LINE);
    if (byBlankLines.size() != 1) {
      return byBlankLines;
    }
    List<TextSpan> byLines = split(body, LINE);
    long whole = byLines.stream().filter(line -> endsSentence(line.in(body))).count();
    return byLines.size() > 1 && 2 * whole > byLines.size() ? byLines : byBlankLines;
  }

  private static List<TextSpan> split(String body, Pattern separator) {
    List<TextSpan> spans = new ArrayList<>();
    int start = 0;
    Matcher matcher = separator.matcher(body);
    while (matcher.find()) {
      addStripped(spans, body, start, matcher.start());
      start = matcher.end();
    }
    addStripped(spans, body, start, body.length());
    return spans;
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
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static boolean endsSentence(String line) {
    return ".!?\"”’'…:".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
