package org.onrecord.backend.lucene;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.CopyRegister;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WrittenArticle;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.schema.ArchivedArticle;

/**
 * Writes articles into an index, the documents of each as one block in place of what the index had
 * of it, with the keys of those passages that stand in another article too. Not safe for use by
 * several threads.
 */
final class BlockWriter implements Closeable {
  private final IndexWriter writer;
  private final PreparedBlock.Preparation preparation;
  private final CopyRegister copies;

  /** Writes by {@code writer}, which stays the caller's. */
  BlockWriter(IndexWriter writer, DocumentCodec codec, PreparedBlock.Preparation preparation)
      throws IOException {
    this.writer = writer;
    this.preparation = preparation;
    this.copies = new CopyRegister(writer, codec);
  }

  /**
   * Writes an article.
   *
   * @param prepared what was prepared, which counts if it is of this very article
   */
  void put(ArchivedArticle article, PreparedArticle prepared) throws IOException {
    PreparedBlock block =
        prepared instanceof PreparedBlock ready && ready.article() == article
            ? ready
            : preparation.of(article);
    WrittenArticle written = copies.keyed(article, block.written());
    writer.updateDocuments(
        term(article.id()), DocumentFields.keyed(block.documents(), article, written));
    copies.wrote(article, written);
  }

  void delete(ArticleId id) throws IOException {
    writer.deleteDocuments(term(id));
    copies.deleted(id);
  }

  private static Term term(ArticleId id) {
    return new Term(Fields.ARTICLE, id.value());
  }

  @Override
  public void close() throws IOException {
    copies.close();
  }
}
