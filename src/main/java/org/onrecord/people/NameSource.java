package org.onrecord.people;

import java.io.IOException;

/** Tells what holds about names at the moment. Safe for use by several threads. */
@FunctionalInterface
public interface NameSource {
  /** Nothing was ever decided. */
  NameSource NONE = () -> Names.NONE;

  /**
   * What holds; the same object as long as nothing is decided.
   *
   * @throws IOException if it cannot be told
   */
  Names names() throws IOException;
}
