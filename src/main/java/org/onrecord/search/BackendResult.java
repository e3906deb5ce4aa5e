package org.onrecord.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine found; the parts mean what they mean in {@link SearchResult}. */
public record BackendResult(
    long total,
    long totalUnfolded,
    List<Hit> hits,
    List<FacetCounts> facets,
    @Nullable String next) {
  public BackendResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /** What was found where nothing was folded. */
  public BackendResult(
      long total, List<Hit> hits, List<FacetCounts> facets, @Nullable String next) {
    this(total, total, hits, facets, next);
  }
}
