package org.onrecord.access;

import java.util.Optional;
import org.onrecord.article.Labelled;

/** What a key may do; each role may do what those before it may. */
public enum Role implements Labelled {
  /** Search and read. */
  READER,
  /** Put articles in and take them out. */
  WRITER,
  /** Correct quotations. */
  EDITOR,
  /** Everything. */
  ADMIN;

  /** Whether this role may do what {@code needed} may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The role with this label, in any case. */
  public static Optional<Role> of(String label) {
    return Labelled.of(values(), label);
  }
}
