package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.search.LanguageContract;
import org.onrecord.search.SearchBackend;

/** Lucene keeps the contract. */
class LuceneLanguageTest extends LanguageContract {
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
