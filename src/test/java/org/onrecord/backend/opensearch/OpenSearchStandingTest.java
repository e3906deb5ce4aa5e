package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.search.StandingContract;

/** An archive on a cluster keeps the contract. */
@Execution(ExecutionMode.CONCURRENT)
class OpenSearchStandingTest extends StandingContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    return TestClusters.engine();
  }

  /** Each search is asked of the cluster. */
  @Override
  protected long seeds() {
    return 1;
  }
}
