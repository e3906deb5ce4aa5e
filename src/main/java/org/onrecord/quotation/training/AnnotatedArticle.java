package org.onrecord.quotation.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.TextSpan;

/**
 * An article whose quotations were marked by a person: what a model is trained on and measured
 * against.
 */
public record AnnotatedArticle(Article article, List<AnnotatedQuotation> quotations) {
  public AnnotatedArticle {
    quotations = List.copyOf(quotations);
  }

  /** The same article with every double quotation mark deleted and the quotations moved. */
  public AnnotatedArticle withoutMarks() {
    return MarkRemoval.of(this);
  }

  /**
   * One stretch of quoted content.
   *
   * @param content where it stands in the body, UTF-16
   * @param core whether it is speech; false for attitudes, which are neither right nor wrong to
   *     find
   * @param cue the words that report it, somewhere near
   * @param source where the words that name its source stand in the body
   */
  public record AnnotatedQuotation(
      TextSpan content,
      QuotationKind kind,
      boolean core,
      @Nullable String cue,
      @Nullable TextSpan source) {}
}
