package org.onrecord.verify;

import java.io.IOException;

/** The port by which an archive's passages are read. Safe for use by several threads. */
public interface PassageSource {

  /** What is asked of one view of the archive. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Passages passages) throws IOException;
  }

  /**
   * Asks the view of the archive that is current.
   *
   * @throws org.onrecord.search.SearchTimeoutException if the answer takes too long
   */
  <T> T read(Question<T> question) throws IOException;
}
