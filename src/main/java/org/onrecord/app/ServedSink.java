package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.ingest.ArchiveBusyException;
import org.onrecord.ingest.ForwardingSink;
import org.onrecord.search.ArchiveUnavailableException;

/** An index open for writing beside the reader that serves it, which sees each commit at once. */
final class ServedSink extends ForwardingSink {
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
    super(archive);
    this.reader = reader;
    try {
      reader.refresh();
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  @Override
  public void commit() throws IOException {
    super.commit();
    reader.refresh();
  }
}
