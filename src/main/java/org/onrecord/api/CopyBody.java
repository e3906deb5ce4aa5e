package org.onrecord.api;

import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.search.Copies;

/**
 * Where else a hit's passage stands.
 *
 * @param id the permalink id of the passage there
 * @param paragraph the ordinal of its paragraph there
 */
public record CopyBody(String id, ArticleRefBody article, int paragraph, LinksBody links) {

  /** How a kind of passage is linked to. */
  @FunctionalInterface
  interface Linked {
    LinksBody to(String id, ArticleId article, int paragraph);
  }

  static List<CopyBody> of(Copies copies, Linked linked) {
    return copies.shown().stream()
        .map(
            copy ->
                new CopyBody(
                    copy.id(),
                    ArticleRefBody.of(copy.article()),
                    copy.paragraph(),
                    linked.to(copy.id(), copy.article().id(), copy.paragraph())))
        .toList();
  }
}
