package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.WordContract;

/** Lucene keeps the contract. */
class LuceneWordsTest extends WordContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    LuceneArchive archive = LuceneArchive.open(empty);
    return new Engine(archive, archive.backend());
  }
}
