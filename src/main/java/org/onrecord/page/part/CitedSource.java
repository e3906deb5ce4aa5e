package org.onrecord.page.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.ArticleHeader;

/**
 * What words are cited from.
 *
 * @param id the words' permalink id
 * @param speaker who says them, with a party; null for a passage
 * @param paragraph its ordinal; 0 is the headline
 */
public record CitedSource(
    String id, ArticleHeader article, @Nullable String speaker, int paragraph) {
  /** Who wrote the article, as far as its feed says; nobody else is meant. */
  List<String> authors() {
    return article.labels() == null ? List.of() : article.labels().authors();
  }

  /** The headline, or that there is none. */
  String title() {
    return article.title() == null ? "Article " + article.id() : article.title();
  }
}
