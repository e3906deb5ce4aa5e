package org.onrecord.backup;

import java.io.IOException;
import java.util.List;

/** The port by which an index is checked from end to end. */
public interface IndexVerifier {

  /**
   * Reads everything that was last committed to the index and reports what is wrong with it.
   * Nothing is changed; others may write to it meanwhile.
   *
   * @throws IOException if the index cannot be read at all
   */
  IndexReport verify() throws IOException;

  /**
   * Reads the files alone, of whatever version the index is, and says which are damaged.
   *
   * @throws IOException if the index cannot be read at all
   */
  default List<String> damage() throws IOException {
    return verify().problems();
  }
}
