package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.onrecord.backend.lucene.names.AppliedNames;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchScope;

/**
 * What the facets of a whole archive count: worked out once a view, since nothing is searched for
 * and it is what the first page shows. Safe for use by several threads.
 */
final class EverythingCounted {
  /** How many are kept of a view: every facet, as the first pages ask for them. */
  private static final int MOST = 128;

  private final Map<IndexReader.CacheKey, Map<Key, FacetCounts>> views = new ConcurrentHashMap<>();

  /** What tells counts of one view apart. */
  private record Key(
      Facet facet, SearchScope scope, int size, DateInterval interval, AppliedNames names) {}

  /** Counts. */
  @FunctionalInterface
  interface Counting {
    FacetCounts count() throws IOException;
  }

  FacetCounts of(ArchiveSearcher searcher, Facet facet, SearchRequest request, Counting counting)
      throws IOException {
    IndexReader.CacheHelper view = searcher.getIndexReader().getReaderCacheHelper();
    if (view == null) {
      return counting.count();
    }
    Map<Key, FacetCounts> known = views.get(view.getKey());
    if (known == null) {
      known =
          views.computeIfAbsent(
              view.getKey(),
              _ -> {
                view.addClosedListener(views::remove);
                return new ConcurrentHashMap<>();
              });
    }
    Key key =
        new Key(facet, request.scope(), request.facetSize(), request.interval(), searcher.names());
    FacetCounts counts = known.get(key);
    if (counts == null) {
      counts = counting.count();
      if (known.size() < MOST) {
        known.put(key, counts);
      }
    }
    return counts;
  }
}
