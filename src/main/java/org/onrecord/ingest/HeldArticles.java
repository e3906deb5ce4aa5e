package org.onrecord.ingest;

import java.io.IOException;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;

/** What an index holds of articles. Safe for use by several threads. */
@FunctionalInterface
public interface HeldArticles {
  /** Nothing is known. */
  HeldArticles NONE = _ -> Optional.empty();

  /**
   * The whole article, as it was worked out, where it is shown and is known to be what the index
   * will have of it when everything that was written is committed.
   */
  Optional<ArchivedArticle> shown(ArticleId id) throws IOException;
}
