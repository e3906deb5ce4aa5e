package org.onrecord.http.web;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.http.RegistrySource;
import org.onrecord.registry.NameMatch;
import org.onrecord.registry.Registry;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchResult;

/** The ids of people that a facet counts, where the registry knows whom alone they can mean. */
@Singleton
final class KnownNames {
  private final RegistrySource registry;

  KnownNames(RegistrySource registry) {
    this.registry = registry;
  }

  /** People, by their names. */
  Map<String, String> speakers(SearchResult result, Facet facet) {
    return speakers(values(result, facet));
  }

  /** People, by their names. */
  Map<String, String> speakers(List<FacetCounts.Value> names) {
    Registry known = registry.registry();
    Map<String, String> ids = new HashMap<>();
    names.forEach(
        name -> only(known.named(name.value())).ifPresent(id -> ids.put(name.value(), id)));
    return ids;
  }

  private static Optional<String> only(List<NameMatch> matches) {
    return matches.size() == 1 ? Optional.of(matches.getFirst().person().id()) : Optional.empty();
  }

  /** What a facet of names counts, without what it does not. */
  static List<FacetCounts.Value> values(SearchResult result, Facet facet) {
    return result.facets().stream()
        .filter(counts -> counts.facet() == facet && counts instanceof FacetCounts.Values)
        .flatMap(counts -> ((FacetCounts.Values) counts).values().stream())
        .filter(value -> value.count() > 0)
        .toList();
  }
}
