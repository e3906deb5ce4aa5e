package org.onrecord.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.TextSpan;

/** What stands between quotation marks; where one is not closed, to the paragraph's end. */
public final class MarkedPieces {
  private static final Pattern MARKED =
      Pattern.compile(
          "[“\"«„](?<double>[^”\"»“]*)(?:[”\"»“]|$)"
              + "|(?<![\\p{L}\\p{N}])‘(?<single>(?:[^’]|’(?=\\p{L}))*)(?:’|$)");

  private MarkedPieces() {}

  /** The pieces of a paragraph, without their marks, UTF-16, in order. */
  public static List<TextSpan> of(String paragraph) {
    List<TextSpan> pieces = new ArrayList<>();
    Matcher marks = MARKED.matcher(paragraph);
    while (marks.find()) {
      String group = marks.group("double") == null ? "single" : "double";
      pieces.add(new TextSpan(marks.start(group), marks.end(group)));
    }
    return pieces;
  }
}
