package org.onrecord.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.ArchiveDocument;

/** The port by which documents reach an index. Safe for use by several threads. */
public interface DocumentSink extends Closeable {

  /** Whether an article was new to the index. */
  enum Replacement {
    ADDED,
    REPLACED
  }

  /**
   * Replaces every document of an article, all together or not at all. Seen by searches and safe
   * from a crash only after {@link #commit()}.
   *
   * @throws IOException if the index cannot be written
   */
  Replacement replace(ArticleId id, List<? extends ArchiveDocument> documents) throws IOException;

  /** Makes everything replaced so far durable and visible. */
  void commit() throws IOException;
}
