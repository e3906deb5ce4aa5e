package org.onrecord.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArchivedQuotation;

/**
 * What came of a decision.
 *
 * @param correction the decision as it is kept
 * @param quotation the quotation as the archive shows it now, or would if it were not struck
 * @param struck whether it is struck: the archive shows it as no quotation
 * @param othersChanged how many other quotations of the article are no longer there as they were,
 *     since it was read anew with another registry or by another model
 */
public record CorrectedBody(
    DecidedBody correction,
    QuotationBody quotation,
    boolean struck,
    int othersChanged,
    CorrectedLinksBody links) {

  /**
   * What came of it.
   *
   * @param article the article after it
   * @param quotation the quotation after it, which stands in the article
   */
  public static CorrectedBody of(
      DecidedBody correction,
      ArchivedArticle article,
      ArchivedQuotation quotation,
      boolean struck,
      int othersChanged) {
    ArticleId id = article.document().article().id();
    Map<Integer, String> texts = new HashMap<>();
    article.paragraphs().forEach(p -> texts.put(p.ordinal(), p.text()));
    return new CorrectedBody(
        correction,
        QuotationBody.of(
            quotation,
            texts.getOrDefault(quotation.paragraph(), ""),
            ordinal -> Optional.ofNullable(texts.get(ordinal))),
        struck,
        othersChanged,
        new CorrectedLinksBody(
            struck ? null : Links.quote(quotation.id()), Links.article(id), Links.corrections(id)));
  }

  /**
   * Where to go on.
   *
   * @param self the quotation; null where it is struck
   * @param corrections everything that was decided about the article
   */
  public record CorrectedLinksBody(@Nullable String self, String article, String corrections) {}
}
