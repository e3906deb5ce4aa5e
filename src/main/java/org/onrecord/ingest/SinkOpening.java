package org.onrecord.ingest;

import java.io.IOException;

/** Opens an index for writing. */
@FunctionalInterface
public interface SinkOpening {

  /**
   * Opens it; searches see from then on what others committed before.
   *
   * @throws ArchiveBusyException if another process is writing to it
   * @throws IOException if it cannot be written
   */
  DocumentSink open() throws IOException;
}
