package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.TimeContract;

/** An archive on a cluster keeps the contract. */
class OpenSearchTimeTest extends TimeContract {
  @Override
  protected Engine open(Path unused) throws IOException {
    return TestClusters.engine();
  }
}
