package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.search.BackendContract.Engine;
import org.onrecord.search.CopiesContract;
import org.onrecord.search.FacetContract;
import org.onrecord.search.HighlightContract;
import org.onrecord.search.LanguageContract;
import org.onrecord.search.OrderContract;
import org.onrecord.search.WordContract;
import org.onrecord.search.WritingContract;

/** Lucene keeps every contract. */
class LuceneBackendTest {
  @TempDir Path folder;
  private LuceneArchive archive;
  private Engine engine;

  @BeforeEach
  void open() throws IOException {
    archive = LuceneArchive.open(folder);
    engine = new Engine(archive, archive);
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Nested
  class Writing extends WritingContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }

  @Nested
  class Words extends WordContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }

  @Nested
  class Language extends LanguageContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }

  @Nested
  class Order extends OrderContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }

  @Nested
  class Facets extends FacetContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }

  @Nested
  class Highlights extends HighlightContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }

  @Nested
  class Copies extends CopiesContract {
    @Override
    protected Engine engine() {
      return engine;
    }
  }
}
