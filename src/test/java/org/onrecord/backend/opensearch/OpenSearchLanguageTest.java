package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.search.LanguageContract;

/** An archive on a cluster keeps the contract. */
@Execution(ExecutionMode.CONCURRENT)
class OpenSearchLanguageTest extends LanguageContract {
  @Override
  protected Engine open(Path unused) throws IOException {
    return TestClusters.engine();
  }
}
