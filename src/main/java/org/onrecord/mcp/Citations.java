package org.onrecord.mcp;

import org.onrecord.api.Pages;
import org.onrecord.article.ArticleId;

/**
 * Links to the pages on which a reader finds what is cited.
 *
 * @param base the address of the service that has them, without a slash at the end
 */
record Citations(String base) {
  String quotation(String id) {
    return base + Pages.quote(id);
  }

  String passage(ArticleId article, int paragraph) {
    return base + Pages.article(article, paragraph);
  }

  String speaker(String id) {
    return base + Pages.speaker(id);
  }
}
