package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.LanguageContract;

/** Lucene keeps the contract. */
class LuceneLanguageTest extends LanguageContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    LuceneArchive archive = LuceneArchive.open(empty);
    return new Engine(archive, archive.backend());
  }
}
