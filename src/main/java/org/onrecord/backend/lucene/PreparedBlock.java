package org.onrecord.backend.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.ingest.ArticlePreparation;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.schema.ArchivedArticle;

/**
 * An article as Lucene's documents, cut into terms: all but the keys of copies, which depend on
 * what else is in the index.
 */
record PreparedBlock(ArchivedArticle article, WrittenArticle written, List<Document> documents)
    implements PreparedArticle {
  PreparedBlock {
    documents = List.copyOf(documents);
  }

  /** Prepares articles. Safe for use by several threads. */
  static final class Preparation implements ArticlePreparation {
    private final DocumentFields fields;

    Preparation(DocumentCodec codec, FacetFields facets) {
      this.fields = new DocumentFields(codec, facets);
    }

    @Override
    public PreparedBlock of(ArchivedArticle article) {
      WrittenArticle written = WrittenArticle.unkeyed(article);
      try {
        return new PreparedBlock(article, written, fields.of(article, written));
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory cannot be read", e);
      }
    }
  }
}
