package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.onrecord.article.ArticleId;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArchiveDocument;

/**
 * A Lucene index that is made anew in its own folder: beside the newest commit new segments are
 * written, which the next commit puts in its place. Without that commit they are leftovers, which
 * the next writer takes away.
 */
public final class LuceneRebuilding implements Rebuilding {
  private final IndexFolder folder;
  private final Directory directory;
  private final StoredArticles stored;
  private final IndexWriter writer;
  private final DocumentFields fields;
  private final CopyRegister copies;

  private LuceneRebuilding(
      IndexFolder folder, Directory directory, StoredArticles stored, IndexWriter writer)
      throws IOException {
    DocumentCodec codec = new DocumentCodec();
    this.folder = folder;
    this.directory = directory;
    this.stored = stored;
    this.writer = writer;
    this.fields = new DocumentFields(codec, new FacetFields());
    writer.deleteAll();
    this.copies = new CopyRegister(writer, codec);
  }

  /**
   * Opens the index in {@code folder}, of this version or an older one.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, another process is
   *     writing to it, or it is damaged or of a newer version
   */
  public static LuceneRebuilding open(Path path) throws IOException {
    IndexFolder folder = new IndexFolder(path);
    StoredArticles stored = LuceneStoredArticles.open(path);
    Directory directory = null;
    try {
      directory = folder.openOlder();
      IndexWriterConfig configuration = LuceneArchive.configuration();
      IndexWriter writer = new IndexWriter(directory, configuration);
      try {
        return new LuceneRebuilding(folder, directory, stored, writer);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(stored, directory);
      throw folder.told(e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(stored, directory);
      throw e;
    }
  }

  @Override
  public StoredArticles stored() {
    return stored;
  }

  @Override
  public Replacement replace(ArticleId id, List<? extends ArchiveDocument> documents)
      throws IOException {
    try {
      WrittenArticle written = copies.keyed(id, documents);
      List<Document> block = new ArrayList<>();
      for (ArchiveDocument document : documents) {
        block.add(fields.of(document, written));
      }
      writer.updateDocuments(new Term(Fields.ARTICLE, id.value()), block);
      copies.wrote(id, written);
      return Replacement.REPLACED;
    } catch (IllegalStateException e) {
      throw folder.broken(e);
    }
  }

  @Override
  public void commit() throws IOException {
    try {
      writer.setLiveCommitData(IndexFolder.commitData().entrySet());
      writer.commit();
    } catch (IllegalStateException e) {
      throw folder.broken(e);
    }
  }

  /** What was not committed is gone, and the index as it was. */
  @Override
  public void close() throws IOException {
    IOUtils.close(copies, writer, stored, directory);
  }
}
