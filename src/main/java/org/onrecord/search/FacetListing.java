package org.onrecord.search;

import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;

/**
 * What to list of a facet that is too long to be shown whole.
 *
 * @param facet any but the date, which has no names
 * @param prefix how a word of the value begins, without regard to case and accents; empty for every
 *     value
 * @param size how many values, 1 to 1000
 * @param after the cursor that the page before gave as {@code next}
 */
public record FacetListing(Facet facet, String prefix, int size, @Nullable String after) {
  public static final int MAX_SIZE = 1000;

  public FacetListing {
    if (facet == Facet.DATE) {
      throw new IllegalArgumentException("the date has no values to list");
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size is 1 to " + MAX_SIZE + ", not " + size);
    }
  }
}
