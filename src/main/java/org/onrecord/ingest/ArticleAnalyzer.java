package org.onrecord.ingest;

import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.schema.ArchivedArticle;

/** Works out what is said in an article, and by whom. Safe for use by several threads. */
@FunctionalInterface
public interface ArticleAnalyzer {

  /** Everything that an index is to hold of the article. */
  ArchivedArticle analyze(Article article);

  /**
   * Whether it would find in an article just what is held of it: it is the same, was read with the
   * same, and no editor corrected it. Where that is not known, it would not.
   */
  default boolean hasRead(ArchivedArticle held, Article article) {
    return false;
  }

  /** What the articles say that they were read with, if anything. */
  default Optional<String> readWith() {
    return Optional.empty();
  }
}
