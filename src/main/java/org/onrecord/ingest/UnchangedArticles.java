package org.onrecord.ingest;

import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.schema.ArchivedArticle;

/**
 * Tells whether an index holds an article just as it comes, read as it would be read now; then
 * nothing is to be done. Safe for use by several threads.
 */
record UnchangedArticles(ArticleAnalyzer analyzer, HeldArticles held) {

  /** What the index holds of the article; empty where it is to be read. */
  Optional<ArchivedArticle> of(Article article) throws IOException {
    return held.shown(article.id()).filter(known -> analyzer.hasRead(known, article));
  }
}
