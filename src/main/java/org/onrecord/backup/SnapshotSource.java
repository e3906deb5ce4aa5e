package org.onrecord.backup;

import java.io.IOException;

/** The port by which the files of an index are read while others write to it. */
@FunctionalInterface
public interface SnapshotSource {

  /**
   * Holds what was committed last; whoever opened it closes it.
   *
   * @throws IOException if there is no index, or it is damaged
   */
  Snapshot open() throws IOException;
}
