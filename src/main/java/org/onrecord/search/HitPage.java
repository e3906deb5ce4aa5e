package org.onrecord.search;

import org.jspecify.annotations.Nullable;

/**
 * Which of its hits a search gives, and in which order.
 *
 * @param size how many hits, 0 to {@link #MAX_SIZE}
 * @param after the cursor that the page before gave as {@code next}; null for the first page
 */
public record HitPage(SortOrder sort, int size, @Nullable String after) {
  public static final int MAX_SIZE = 100;

  /** The ten that match best. */
  public static final HitPage DEFAULT = new HitPage(SortOrder.RELEVANCE, 10, null);

  public HitPage {
    if (size < 0 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size is 0 to " + MAX_SIZE + ", not " + size);
    }
  }

  /** No hit. */
  HitPage none() {
    return new HitPage(sort, 0, null);
  }
}
