package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.SaidContract;

/** Lucene keeps the contract. */
class LuceneSaidTest extends SaidContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    LuceneArchive archive = LuceneArchive.open(empty);
    return new Engine(archive, archive.backend());
  }
}
