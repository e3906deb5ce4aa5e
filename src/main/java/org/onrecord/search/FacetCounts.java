package org.onrecord.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

  /**
   * One value of a facet.
   *
   * @param value the name that a reader sees, of a party with its country where another of the same
   *     name is in view
   * @param id what tells it from others of its name; null in a facet whose values have none
   */
  record Value(String value, @Nullable String id, long count, boolean selected) {
    /** A value without an id. */
    public Value(String value, long count, boolean selected) {
      this(value, null, count, selected);
    }

    /** What selects this value and no other: its id, else the name. */
    public String key() {
      return Objects.requireNonNullElse(id, value);
    }
  }

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
