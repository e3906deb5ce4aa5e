package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.search.CopiesContract;
import org.onrecord.search.SearchBackend;

/** Lucene keeps what is agreed about copies. */
class LuceneCopiesTest extends CopiesContract {
  @TempDir Path folder;
  private LuceneArchive archive;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Override
  protected DocumentSink sink() {
    return archive;
  }

  @Override
  protected SearchBackend backend() {
    return archive;
  }
}
