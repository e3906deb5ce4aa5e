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

  /** Why the articles should be read anew, in a sentence; empty where nothing is known of it. */
  Optional<String> reindex() throws IOException;

  /** Whether some search met a damaged file since the service started. */
  boolean isDamaged();

  /**
   * Why it cannot be the archive that is meant, in a sentence: nothing lies in its folder any more,
   * or no article has been in it yet.
   *
   * @param articles how many it has now
   */
  Optional<String> missing(long articles) throws IOException;

  /** Whether articles can be written to it: its folder lets them, and there is room. */
  boolean isWritable() throws IOException;
}
