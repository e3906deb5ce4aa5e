package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.search.CopiesContract;

/** An archive on a cluster keeps the contract. */
@Execution(ExecutionMode.CONCURRENT)
class OpenSearchCopiesTest extends CopiesContract {
  @Override
  protected Engine open(Path unused) throws IOException {
    return TestClusters.engine();
  }
}
