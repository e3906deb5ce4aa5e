package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.search.Readings;

/** What is asked of the whole articles of a view. */
public interface WholeArticles {
  /** When on its day an article was published, where that is known. */
  Optional<Instant> time(ArticleId article) throws IOException;

  /** How many are shown. */
  long count() throws IOException;

  /** With what they were read. */
  Readings readings() throws IOException;
}
