package org.onrecord.format;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Turns the bytes of one format into articles. Readers keep no state: one may serve several
 * threads. They give results in the order of the input, while they read, and never close the input.
 */
@FunctionalInterface
public interface ArticleReader {

  /**
   * Reads the input to its end; what is no article is a {@link ReadResult.Rejected} and not the
   * end.
   *
   * @throws IOException if the bytes themselves cannot be read any further
   */
  void read(ArticleInput input, Consumer<? super ReadResult> results) throws IOException;
}
