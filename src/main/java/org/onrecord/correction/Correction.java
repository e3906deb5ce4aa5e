package org.onrecord.correction;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * What an editor decided about a quotation.
 *
 * @param article whose quotation it is
 * @param quotation the permalink id that it had then; it may have another one by now
 * @param anchor the quotation's words and their place, by which it is found again
 * @param by the editor
 * @param at when it was decided
 * @param note why, in the editor's words
 */
public record Correction(
    ArticleId article,
    String quotation,
    QuotationAnchor anchor,
    QuotationDecision decision,
    String by,
    Instant at,
    @Nullable String note) {
  public Correction {
    Objects.requireNonNull(article);
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(decision);
    Objects.requireNonNull(at);
    if (quotation.isBlank()) {
      throw new IllegalArgumentException("a correction names its quotation");
    }
    if (by.isBlank()) {
      throw new IllegalArgumentException("a correction names its editor");
    }
  }
}
