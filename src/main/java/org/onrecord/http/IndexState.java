package org.onrecord.http;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The port by which the service learns how its index lies on disk. */
public interface IndexState {
  /** How much it takes. */
  long bytes() throws IOException;

  /** How much is left for it. */
  long freeBytes() throws IOException;

  /** When something was last written to it. */
  Optional<Instant> lastCommit() throws IOException;

  /** Whether this program may write to it. */
  boolean isWritable();
}
