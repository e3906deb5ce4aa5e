package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.care.LuceneStoredArticles;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.ingest.PreparedArticle;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.StoredArticles;
import org.onrecord.schema.ArchivedArticle;

/**
 * A Lucene index that is made anew in its own folder: beside the newest commit new segments are
 * written, which the next commit puts in its place. Without that commit they are leftovers, which
 * the next writer takes away.
 */
public final class LuceneRebuilding implements Rebuilding {
  private final LuceneFolder folder;
  private final Directory directory;
  private final StoredArticles stored;
  private final IndexWriter writer;
  private final PreparedBlock.Preparation preparation;
  private final BlockWriter blocks;
  private final AtomicLong made = new AtomicLong();

  private LuceneRebuilding(
      LuceneFolder folder, Directory directory, StoredArticles stored, IndexWriter writer)
      throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.stored = stored;
    this.writer = writer;
    writer.deleteAll();
    this.preparation = new PreparedBlock.Preparation(new DocumentCodec(), new FacetFields());
    this.blocks = new BlockWriter(writer, new DocumentCodec(), preparation);
  }

  /**
   * Opens the index in {@code folder}, of this version or an older one.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, another process is
   *     writing to it, or it is damaged or of a newer version
   */
  public static LuceneRebuilding open(Path path) throws IOException {
    LuceneFolder folder = new LuceneFolder(path);
    StoredArticles stored = LuceneStoredArticles.open(path);
    Directory directory = null;
    try {
      directory = folder.openOlder();
      IndexWriterConfig configuration = IndexWriters.configuration();
      IndexWriter writer = new IndexWriter(directory, configuration);
      IndexWriters.fill(writer);
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
  public PreparedArticle prepare(ArchivedArticle article) {
    return preparation.of(article);
  }

  @Override
  public Replacement put(PreparedArticle article) throws IOException {
    try {
      blocks.put(article.article(), article);
      made.incrementAndGet();
      return Replacement.REPLACED;
    } catch (IllegalStateException e) {
      throw folder.broken(e);
    }
  }

  @Override
  public long made() {
    return made.get();
  }

  @Override
  public boolean delete(ArticleId id) {
    throw new UnsupportedOperationException("what is made anew loses no article");
  }

  @Override
  public void commit() throws IOException {
    try {
      writer.setLiveCommitData(LuceneFolder.commitData().entrySet());
      writer.commit();
    } catch (IllegalStateException e) {
      throw folder.broken(e);
    }
  }

  /** What was not committed is gone, and the index as it was. */
  @Override
  public void close() throws IOException {
    IOUtils.close(blocks, writer, stored, directory);
  }
}
