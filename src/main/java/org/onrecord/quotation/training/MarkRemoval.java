package org.onrecord.quotation.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.TextSpan;
import org.onrecord.quotation.training.AnnotatedArticle.AnnotatedQuotation;

/**
 * Deletes the double quotation marks of an annotated article, so that it is an example of one that
 * has lost them.
 */
final class MarkRemoval {
  private static final String MARKS = "\"“”„‟«»";

  private MarkRemoval() {}

  static AnnotatedArticle of(AnnotatedArticle annotated) {
    return of(annotated, new BitSet());
  }

  /**
   * Deletes other marks with them.
   *
   * @param others where characters of them stand in the body, UTF-16
   */
  static AnnotatedArticle of(AnnotatedArticle annotated, BitSet others) {
    Article article = annotated.article();
    String body = article.body();
    StringBuilder kept = new StringBuilder(body.length());
    int[] moved = new int[body.length() + 1];
    for (int i = 0; i < body.length(); i++) {
      moved[i] = kept.length();
      if (!isMark(body, i) && !others.get(i)) {
        kept.append(body.charAt(i));
      }
    }
    moved[body.length()] = kept.length();
    List<AnnotatedQuotation> quotations = new ArrayList<>();
    for (AnnotatedQuotation quotation : annotated.quotations()) {
      quotations.add(
          new AnnotatedQuotation(
              move(quotation.content(), moved),
              quotation.kind(),
              quotation.core(),
              strip(quotation.cue()),
              quotation.source() == null ? null : move(quotation.source(), moved)));
    }
    Article lost =
        new Article(
            article.id(),
            strip(article.title()),
            article.date(),
            article.url(),
            article.outlet(),
            article.section(),
            article.author(),
            kept.toString(),
            article.extra(),
            article.provenance());
    return new AnnotatedArticle(lost, quotations);
  }

  /** Whether a double mark stands here, or half of one written as two apostrophes. */
  private static boolean isMark(String text, int i) {
    char c = text.charAt(i);
    if (MARKS.indexOf(c) >= 0) {
      return true;
    }
    return (c == '\'' || c == '`')
        && (i > 0 && text.charAt(i - 1) == c || i + 1 < text.length() && text.charAt(i + 1) == c);
  }

  private static TextSpan move(TextSpan span, int[] moved) {
    return new TextSpan(moved[span.start()], moved[span.end()]);
  }

  private static @Nullable String strip(@Nullable String text) {
    return text == null ? null : text.replaceAll("[" + MARKS + "]|''|``", "");
  }
}
