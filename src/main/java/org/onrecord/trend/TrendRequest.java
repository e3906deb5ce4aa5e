package org.onrecord.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.SearchRequest;

/**
 * What is to be counted over time.
 *
 * @param search what all series have in common: words, filters, days; it is for quotations
 * @param series at most {@value #MOST_SERIES}; none for what the search finds, or where {@code
 *     split} says
 * @param split by the most frequent values of which facet it is split into series; null for none
 * @param interval how wide a point is; null for the finest that can be drawn
 * @param words how many typical words are given of each series, 0 to {@value #MOST_WORDS}
 */
public record TrendRequest(
    SearchRequest search,
    List<SeriesKey> series,
    @Nullable Facet split,
    @Nullable DateInterval interval,
    ShareOf of,
    int words) {
  /** How many series stand side by side at the most. */
  public static final int MOST_SERIES = 6;

  /** How many typical words are given of a series at the most. */
  public static final int MOST_WORDS = 30;

  /** How many points a series has at the most. */
  public static final int MOST_POINTS = 1_500;

  public TrendRequest {
    series = List.copyOf(series);
    search = search.forQuotations();
    if (series.size() > MOST_SERIES || words < 0 || words > MOST_WORDS) {
      throw new IllegalArgumentException(series.size() + " series, " + words + " words");
    }
  }

  /** The same with points as wide. */
  public TrendRequest with(@Nullable DateInterval newInterval) {
    return new TrendRequest(search, series, split, newInterval, of, words);
  }
}
