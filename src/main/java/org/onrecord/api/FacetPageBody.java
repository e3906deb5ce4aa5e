package org.onrecord.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.FacetBody.ValueBody;
import org.onrecord.search.FacetPage;

/**
 * A page of a facet's values.
 *
 * @param total how many values there are on all pages
 * @param missing how many hits have no value
 * @param next the cursor of the next page; null on the last one
 */
public record FacetPageBody(
    String facet, List<ValueBody> values, int total, long missing, @Nullable String next) {

  public static FacetPageBody of(FacetPage page) {
    return new FacetPageBody(
        page.facet().label(),
        page.values().stream().map(ValueBody::of).toList(),
        page.total(),
        page.missing(),
        page.next());
  }
}
