package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.people.NameSource;
import org.onrecord.people.Names;
import org.onrecord.schema.ArchivedArticle;
import tools.jackson.databind.node.ObjectNode;

/**
 * An article as a cluster's documents, cut into words: all but the epoch, and the keys of copies,
 * which depend on what else there is.
 *
 * @param names under which it is found
 */
record ClusterBlock(
    ArchivedArticle article, WrittenArticle written, List<ObjectNode> documents, Names names)
    implements PreparedArticle {
  ClusterBlock {
    documents = List.copyOf(documents);
  }

  /** Prepares articles. Safe for use by several threads. */
  static final class Preparation implements ArticlePreparation {
    private final JsonDocuments documents = new JsonDocuments();
    private final NameSource names;

    Preparation(NameSource names) {
      this.names = names;
    }

    /** Under which names articles are prepared now; the same object until something is decided. */
    Names names() throws IOException {
      return names.names();
    }

    @Override
    public ClusterBlock of(ArchivedArticle article) {
      WrittenArticle written = WrittenArticle.unkeyed(article);
      try {
        Names now = names();
        return new ClusterBlock(article, written, documents.of(article, written, now), now);
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory cannot be read", e);
      }
    }
  }
}
