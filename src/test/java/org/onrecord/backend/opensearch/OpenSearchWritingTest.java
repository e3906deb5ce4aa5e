package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import org.onrecord.search.WritingContract;

/** An archive on a cluster keeps the contract. */
class OpenSearchWritingTest extends WritingContract {
  @Override
  protected Engine open(Path empty) throws IOException {
    return TestClusters.engine();
  }
}
