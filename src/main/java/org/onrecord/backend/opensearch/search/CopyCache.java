package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchScope;

/**
 * The copies among the hits of what was asked last and has many, such as an archive as a whole:
 * they are read for every page and count of it. Safe for use by several threads.
 */
final class CopyCache {
  /** How many searches are kept, and from how many copies on. */
  private static final int MOST = 8;

  private static final int MANY = 500;

  private final Map<Asked, FoundCopies> kept =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, FoundCopies> eldest) {
          return size() > MOST;
        }
      };

  /** A search of one view, of whose copies some facets are known. */
  private record Asked(
      String index,
      Map<String, Object> live,
      Map<String, Object> query,
      SearchScope scope,
      Set<Facet> facets) {}

  /** Reads copies. */
  @FunctionalInterface
  interface Reading {
    FoundCopies read() throws IOException;
  }

  FoundCopies of(
      IndexView view,
      Map<String, Object> query,
      SearchScope scope,
      Set<Facet> facets,
      Reading reading)
      throws IOException {
    Asked asked = new Asked(view.index(), view.live(), query, scope, facets);
    FoundCopies known;
    synchronized (kept) {
      known = kept.get(asked);
    }
    if (known == null) {
      known = reading.read();
      if (known.size() >= MANY) {
        synchronized (kept) {
          kept.put(asked, known);
        }
      }
    }
    return known;
  }
}
