package org.onrecord.search;

import java.util.Set;
import org.onrecord.schema.Facet;

/**
 * What a search counts.
 *
 * @param facets which facets
 * @param size how many values a facet shows at the most, 1 to 1000
 * @param interval how wide a bucket of the dates is
 */
public record FacetsWanted(Set<Facet> facets, int size, DateInterval interval) {
  /** The usual facets, ten values each, by the month. */
  public static final FacetsWanted DEFAULT = new FacetsWanted(Facet.USUAL, 10, DateInterval.MONTH);

  public FacetsWanted {
    facets = Set.copyOf(facets);
    if (size < 1 || size > 1000) {
      throw new IllegalArgumentException("a facet shows 1 to 1000 values, not " + size);
    }
  }

  /** None. */
  FacetsWanted none() {
    return new FacetsWanted(Set.of(), size, interval);
  }
}
