package org.onrecord.alert;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The port to what is saved. Safe for use by several threads. */
public interface SavedSearches {

  /**
   * Everything that is saved, the earliest first; the same object as long as nothing changes.
   *
   * @throws IOException if it cannot be read
   */
  List<SavedSearch> all() throws IOException;

  /** The one with this id. */
  default Optional<SavedSearch> find(String id) throws IOException {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Saves one, in place of the one with its id, and returns when that is safe from power loss. */
  void put(SavedSearch search) throws IOException;

  /** Takes one away; says whether it was there. */
  boolean delete(String id) throws IOException;
}
