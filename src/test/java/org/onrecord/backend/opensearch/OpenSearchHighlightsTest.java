package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.search.HighlightContract;

/** An archive on a cluster keeps the contract. */
@Execution(ExecutionMode.CONCURRENT)
class OpenSearchHighlightsTest extends HighlightContract {
  @Override
  protected Engine open(Path unused) throws IOException {
    return TestClusters.engine();
  }
}
