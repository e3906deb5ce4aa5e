package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.TimeContract;

/** Lucene keeps the contract. */
class LuceneTimeTest extends TimeContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    LuceneArchive archive = LuceneArchive.open(empty);
    return new Engine(archive, archive.backend());
  }
}
