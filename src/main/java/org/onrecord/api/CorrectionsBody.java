package org.onrecord.api;

import java.util.List;
import org.onrecord.article.ArticleId;

/**
 * Everything that editors decided about an article's quotations.
 *
 * @param article the article's id
 * @param corrections the earliest first
 */
public record CorrectionsBody(
    String article, List<DecidedBody> corrections, CorrectionsLinksBody links) {

  public static CorrectionsBody of(ArticleId article, List<DecidedBody> corrections) {
    return new CorrectionsBody(
        article.value(),
        List.copyOf(corrections),
        new CorrectionsLinksBody(Links.corrections(article), Links.article(article)));
  }

  /** Where the list and the article are found in the API. */
  public record CorrectionsLinksBody(String self, String article) {}
}
