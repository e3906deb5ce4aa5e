package org.onrecord.backend.opensearch.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;

/**
 * By how much a facet's counts are too high where copies are folded: what selecting a value returns
 * counts a passage once, in however many copies it has that value.
 *
 * @param missing how many copies without a value are copies of others
 * @param values by the key of a value, how many of those that have it
 */
record CopySurplus(long missing, Map<String, Long> values) {
  private static final String SEPARATOR = "\n";

  static CopySurplus of(Facet facet, List<CopyRow> rows) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> values = new HashMap<>();
    long missing = 0;
    for (CopyRow row : rows) {
      List<String> here = row.values().getOrDefault(facet, List.of());
      if (here.isEmpty() && !seen.add(row.key() + SEPARATOR)) {
        missing++;
      }
      for (String value : here) {
        if (!seen.add(row.key() + SEPARATOR + value)) {
          values.merge(value, 1L, Long::sum);
        }
      }
    }
    return new CopySurplus(missing, values);
  }

  /** The same by the first day of an interval; what has no date is missing. */
  static CopySurplus ofDates(DateInterval interval, List<CopyRow> rows) {
    Set<String> seen = new HashSet<>();
    Map<String, Long> values = new HashMap<>();
    long missing = 0;
    for (CopyRow row : rows) {
      if (row.day() == Long.MAX_VALUE) {
        missing += seen.add(row.key() + SEPARATOR) ? 0 : 1;
      } else {
        String from = interval.start(LocalDate.ofEpochDay(row.day())).toString();
        if (!seen.add(row.key() + SEPARATOR + from)) {
          values.merge(from, 1L, Long::sum);
        }
      }
    }
    return new CopySurplus(missing, values);
  }

  long of(String value) {
    return values.getOrDefault(value, 0L);
  }
}
