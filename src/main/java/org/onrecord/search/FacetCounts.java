package org.onrecord.search;

import java.time.LocalDate;
import java.util.List;
import org.onrecord.schema.Facet;

/**
 * The counts of one facet; each count is what selecting that value would return (drill-sideways).
 */
public sealed interface FacetCounts {
  Facet facet();

  /**
   * A facet of names.
   *
   * @param values the most frequent first, selected ones always among them
   * @param others how many further values there are
   * @param missing how many hits have no value
   */
  record Values(Facet facet, List<Value> values, int others, long missing) implements FacetCounts {
    public Values {
      values = List.copyOf(values);
    }
  }

  /** One value of a facet. */
  record Value(String value, long count, boolean selected) {}

  /** The date facet; buckets without hits are left out, the oldest comes first. */
  record Dates(DateInterval interval, List<Bucket> buckets) implements FacetCounts {
    public Dates {
      buckets = List.copyOf(buckets);
    }

    @Override
    public Facet facet() {
      return Facet.DATE;
    }
  }

  /** The hits from this day to the end of its interval. */
  record Bucket(LocalDate from, long count) {}
}
