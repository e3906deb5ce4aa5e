package org.onrecord.app;

import java.io.IOException;
import java.util.List;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.schema.ArchiveDocument;

/** An index open for one write beside the reader that serves it, which sees each commit at once. */
final class ServedSink implements DocumentSink {
  private final LuceneArchive archive;
  private final LuceneArchiveReader reader;

  ServedSink(LuceneArchive archive, LuceneArchiveReader reader) throws IOException {
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
  public Replacement replace(ArticleId id, List<? extends ArchiveDocument> documents)
      throws IOException {
    return archive.replace(id, documents);
  }

  @Override
  public void commit() throws IOException {
    archive.commit();
    reader.refresh();
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
