package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;

/** The articles that an index holds, as of one moment. Whoever opened them closes them. */
public interface StoredArticles extends Closeable {

  long count() throws IOException;

  /** How long the files are in which they lie, in bytes. */
  long bytes() throws IOException;

  /**
   * Reads each of them once, roughly in the order in which they came.
   *
   * @throws IOException if one cannot be read: none is passed over
   */
  void forEach(Consumer<? super ArticleDocument> action) throws IOException;

  /** The whole article, if it is among them and shown. Safe for use by several threads. */
  Optional<ArchivedArticle> shown(ArticleId id) throws IOException;
}
