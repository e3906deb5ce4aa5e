package org.onrecord.attribution.source;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.attribution.cast.Stranger;
import org.onrecord.attribution.names.Position;

/** Those whom an article has quoted so far without a name. */
public final class Strangers {
  private final TreeMap<Position, Stranger> quoted = new TreeMap<>();

  void add(Position at, Stranger stranger) {
    quoted.put(at, stranger);
  }

  /** The last one called by a noun before a place; null where there is none. */
  @Nullable Stranger last(String head, Position before) {
    for (Stranger stranger : quoted.headMap(before, false).descendingMap().values()) {
      if (stranger.head().equals(head)) {
        return stranger;
      }
    }
    return null;
  }
}
