package org.onrecord.page.part;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.Wording;
import org.onrecord.search.FacetCounts;

/**
 * Counts as a list of bars.
 *
 * @param small what is counted
 * @param rows the most frequent first
 * @param none what is said where there are none
 * @param note what else is to be said; null for nothing
 * @param words whether the names are words of the archive
 */
public record Bars(
    String title, String small, List<Row> rows, String none, @Nullable String note, boolean words) {
  /** How many rows are shown at the most. */
  public static final int MOST = 10;

  public Bars {
    rows = List.copyOf(rows);
  }

  /**
   * A bar.
   *
   * @param href the page of what the name names; null where there is none
   * @param search what is counted, as a search; null where no search finds just that
   * @param width in percent of the longest
   */
  public record Row(
      String name, @Nullable String href, @Nullable String search, String count, int width) {}

  /**
   * A name and how often it was counted.
   *
   * @param key what selects it in its facet: its id, else the name
   */
  public record Counted(String name, String key, long count) {}

  /** What a facet counts. */
  public static List<Counted> of(List<FacetCounts.Value> values) {
    return values.stream()
        .map(value -> new Counted(value.value(), value.key(), value.count()))
        .toList();
  }

  /**
   * The rows.
   *
   * @param href the page of a key
   * @param search the search for a key
   */
  public static List<Row> rows(
      List<Counted> counted,
      Function<String, @Nullable String> href,
      Function<String, @Nullable String> search) {
    long most = counted.stream().mapToLong(Counted::count).max().orElse(1);
    return counted.stream()
        .limit(MOST)
        .map(
            one ->
                new Row(
                    one.name(),
                    href.apply(one.key()),
                    search.apply(one.key()),
                    Wording.number(one.count()),
                    (int) Math.max(1, Math.round(100.0 * one.count() / most))))
        .toList();
  }
}
