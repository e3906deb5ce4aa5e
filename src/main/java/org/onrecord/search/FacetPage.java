package org.onrecord.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;

/**
 * A page of a facet's values.
 *
 * @param values the most frequent first, equals in the order of the alphabet; each count is what
 *     selecting the value would return
 * @param total how many values there are on all pages
 * @param missing how many hits have no value of this facet
 * @param next the cursor of the next page; null on the last one
 */
public record FacetPage(
    Facet facet, List<FacetCounts.Value> values, int total, long missing, @Nullable String next) {
  public FacetPage {
    values = List.copyOf(values);
  }
}
