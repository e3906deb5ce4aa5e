package org.onrecord.ingest;

import org.onrecord.schema.ArchivedArticle;

/** Prepares articles for an index. Safe for use by several threads. */
@FunctionalInterface
public interface ArticlePreparation {
  /** Nothing is done beforehand. */
  ArticlePreparation NONE = article -> () -> article;

  PreparedArticle of(ArchivedArticle article);
}
