package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.SearchScope;

/**
 * What a query finds in a scope: as filters, with the copies among it.
 *
 * @param query finds what matches, whatever narrows it
 * @param copies those among the hits; none where copies are not folded
 */
record Matching(Map<String, Object> query, ScopeDsl scope, FoundCopies copies) {

  /**
   * Reads the copies.
   *
   * @param counted the facets that may be counted
   */
  static Matching of(
      IndexView view,
      CopyCache cache,
      Map<String, Object> query,
      SearchScope scope,
      Collection<Facet> counted)
      throws IOException {
    ScopeDsl narrowing = new ScopeDsl(view, scope);
    Set<Facet> facets = EnumSet.noneOf(Facet.class);
    facets.addAll(counted);
    return new Matching(
        query,
        narrowing,
        scope.copies() == CopyMode.FOLD
            ? cache.of(
                view, query, scope, facets, () -> FoundCopies.of(view, query, narrowing, facets))
            : FoundCopies.NONE);
  }

  /** What is found but for what a facet lifts, beside what the query finds. */
  List<Map<String, Object>> narrowing(@Nullable Facet lifted) {
    return scope.but(lifted);
  }

  /** What is shown: everything that narrows, without what is folded. */
  List<Map<String, Object>> shown() {
    List<Map<String, Object>> filters = new ArrayList<>(scope.all());
    filters.addAll(unfolded());
    return filters;
  }

  /** What leaves out what is folded; empty where nothing is. */
  List<Map<String, Object>> unfolded() {
    return copies.hidden().isEmpty() ? List.of() : List.of(Dsl.not(Dsl.ids(copies.hidden())));
  }
}
