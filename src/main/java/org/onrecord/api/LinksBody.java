package org.onrecord.api;

import org.onrecord.article.ArticleId;

/**
 * Where a thing is found in the API, as paths from the service's root.
 *
 * @param self the thing's own permalink
 * @param article its article, at the paragraph
 */
public record LinksBody(String self, String article) {
  static LinksBody paragraph(String id, ArticleId article, int ordinal) {
    return new LinksBody(Links.paragraph(id), Links.article(article, ordinal));
  }

  static LinksBody quote(String id, ArticleId article, int ordinal) {
    return new LinksBody(Links.quote(id), Links.article(article, ordinal));
  }
}
