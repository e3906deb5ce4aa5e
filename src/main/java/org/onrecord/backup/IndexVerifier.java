package org.onrecord.backup;

import java.io.IOException;

/** The port by which an index is checked from end to end. */
public interface IndexVerifier {

  /**
   * Reads everything that the index holds and reports what is wrong with it. Nothing is changed.
   *
   * @throws IOException if the index cannot be read at all, or is being written
   */
  VerificationReport verify() throws IOException;
}
