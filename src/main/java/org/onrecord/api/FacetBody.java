package org.onrecord.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.FacetCounts;

/** The counts of one facet. */
public sealed interface FacetBody {

  static FacetBody of(FacetCounts counts) {
    return switch (counts) {
      case FacetCounts.Values names ->
          new NamesBody(
              names.values().stream().map(ValueBody::of).toList(), names.others(), names.missing());
      case FacetCounts.Dates dates ->
          new DatesBody(
              dates.interval().label(),
              dates.buckets().stream().map(b -> new BucketBody(b.from(), b.count())).toList());
    };
  }

  /**
   * A facet of names.
   *
   * @param others how many further values there are
   * @param missing how many hits have no value
   */
  record NamesBody(List<ValueBody> values, int others, long missing) implements FacetBody {}

  /**
   * One value, and how many hits selecting it gives.
   *
   * @param value the name; of a party with its country where another of the same name is in view
   * @param id a party's id, which selects it alone; null in other facets
   */
  record ValueBody(String value, @Nullable String id, long count, boolean selected) {
    public static ValueBody of(FacetCounts.Value value) {
      return new ValueBody(value.value(), value.id(), value.count(), value.selected());
    }
  }

  /** The date facet; buckets without hits are left out. */
  record DatesBody(String interval, List<BucketBody> buckets) implements FacetBody {}

  /** The hits from this day to the end of its interval. */
  record BucketBody(LocalDate from, long count) {}
}
