package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.ingest.ArchiveBusyException;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.ArchiveUnavailableException;

/** An index open for writing beside the reader that serves it, which sees each commit at once. */
final class ServedSink implements DocumentSink {
  private final LuceneArchive archive;
  private final LuceneArchiveReader reader;

  /**
   * Opens the index that {@code reader} serves.
   *
   * @throws ArchiveBusyException if another process is writing to it
   */
  static ServedSink open(Path index, LuceneArchiveReader reader, InstantSource clock)
      throws IOException {
    try {
      return new ServedSink(LuceneArchive.openExisting(index, clock, Duration.ZERO), reader);
    } catch (ArchiveUnavailableException e) {
      if (e.reason() == ArchiveUnavailableException.Reason.LOCKED) {
        throw new ArchiveBusyException(ArchiveBusyException.Reason.LOCKED, e);
      }
      throw e;
    }
  }

  private ServedSink(LuceneArchive archive, LuceneArchiveReader reader) throws IOException {
    this.archive = archive;
    this.reader = reader;
    try {
      reader.refresh();
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  @Override
  public Replacement put(ArchivedArticle article) throws IOException {
    return archive.put(article);
  }

  @Override
  public boolean delete(ArticleId id) throws IOException {
    return archive.delete(id);
  }

  @Override
  public void commit() throws IOException {
    archive.commit();
    reader.refresh();
  }

  @Override
  public List<Article> due(int most, Set<ArticleId> but) throws IOException {
    return archive.due(most, but);
  }

  @Override
  public boolean settled() throws IOException {
    return archive.settled();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
