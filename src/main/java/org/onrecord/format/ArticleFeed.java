package org.onrecord.format;

import java.util.function.Consumer;

/** A succession of articles, and of input that was none. */
@FunctionalInterface
public interface ArticleFeed {

  /** Gives every result, in order; what cannot be read is a {@link ReadResult.Rejected}. */
  void read(Consumer<? super ReadResult> results);
}
