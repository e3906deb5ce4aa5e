package org.onrecord.page.part;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.TextSpan;
import org.onrecord.schema.ArchivedQuotation;

/**
 * The quotation marks that a quotation's words begin or end with in their article, but which stand
 * just outside of them, where without these the words would have an open mark or a close one too
 * many. They are the article's own: no mark is made up.
 *
 * @param before what stands before the words, with its mark; mostly empty
 * @param after what stands after the words, up to the mark; mostly empty
 */
public record OuterMarks(String before, String after) {
  private static final OuterMarks NONE = new OuterMarks("", "");

  /** Up to two signs, and a mark that closes. */
  private static final Pattern CLOSING = Pattern.compile("^[.,!?…]{0,2}[”\"]");

  private static final Pattern OPENING = Pattern.compile("[“\"]$");

  /**
   * Of a quotation.
   *
   * @param paragraph the text of its paragraph
   */
  public static OuterMarks of(ArchivedQuotation quotation, String paragraph) {
    String words = quotation.content();
    long open = count(words, '“');
    long close = count(words, '”');
    boolean odd = count(words, '"') % 2 == 1;
    if (open == close && !odd) {
      return NONE;
    }
    TextSpan span = quotation.span();
    Matcher after = CLOSING.matcher(paragraph.substring(span.end()));
    if ((open > close || odd) && after.find()) {
      return new OuterMarks("", after.group());
    }
    Matcher before = OPENING.matcher(paragraph.substring(0, span.start()));
    return (close > open || odd) && before.find() ? new OuterMarks(before.group(), "") : NONE;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }
}
