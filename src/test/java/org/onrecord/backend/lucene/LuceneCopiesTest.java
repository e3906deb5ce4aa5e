package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.CopiesContract;

/** Lucene keeps the contract. */
class LuceneCopiesTest extends CopiesContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    LuceneArchive archive = LuceneArchive.open(empty);
    return new Engine(archive, archive.backend());
  }
}
