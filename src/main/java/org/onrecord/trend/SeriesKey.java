package org.onrecord.trend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.TypedQuery;

/**
 * What one series counts: the quotations with one value of a facet, {@code speaker:Ruth Alder}, or
 * those that a query finds, {@code q:ferry}, among those that a search finds.
 *
 * @param facet any that a search can be narrowed by; null for a query
 * @param value a name, an id, or the query; empty with no facet for everything that is searched
 */
public record SeriesKey(@Nullable Facet facet, String value) {
  /** Whatever the search finds. */
  public static final SeriesKey EVERYTHING = new SeriesKey(null, "");

  private static final String QUERY = "q";

  /** The kinds of series, as they are written before a colon. */
  public static List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    kinds.add(QUERY);
    Facet.FILTERS.forEach(facet -> kinds.add(facet.label()));
    return kinds;
  }

  /** Reads {@code party:us-democratic}; empty where it has no kind or no value. */
  public static Optional<SeriesKey> parse(String text) {
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1).strip();
    if (colon < 0 || value.isEmpty()) {
      return Optional.empty();
    }
    return of(text.substring(0, colon).strip(), value);
  }

  /** A series of a kind; empty where there is no such kind. */
  public static Optional<SeriesKey> of(String kind, String value) {
    return kind.equalsIgnoreCase(QUERY)
        ? Optional.of(new SeriesKey(null, value))
        : Facet.of(kind).filter(Facet.FILTERS::contains).map(f -> new SeriesKey(f, value));
  }

  /** What kind it is: a facet's label, or {@code q}. */
  public String kind() {
    return facet == null ? QUERY : facet.label();
  }

  public boolean isEverything() {
    return facet == null && value.isEmpty();
  }

  /** As it is written: {@code speaker:Ruth Alder}; empty for everything. */
  public String text() {
    return isEverything() ? "" : kind() + ":" + value;
  }

  /** Whether a search has already chosen by the same facet, so that this would replace it. */
  public boolean collidesWith(SearchRequest search) {
    return facet != null && !search.filters().getOrDefault(facet, List.of()).isEmpty();
  }

  /** A search narrowed to this series. */
  public SearchRequest in(SearchRequest search) {
    if (isEverything()) {
      return search;
    }
    if (facet == null) {
      return search.withTyped(both(search.typed(), value));
    }
    Map<Facet, List<String>> filters = new HashMap<>(search.filters());
    filters.put(facet, List.of(value));
    return search.withFilters(filters);
  }

  private static TypedQuery both(TypedQuery typed, String more) {
    String q =
        typed.q().isBlank()
            ? more
            : switch (typed.syntax()) {
              case ONRECORD -> "(" + typed.q() + ") (" + more + ")";
              case LUCENE -> "+(" + typed.q() + ") +(" + more + ")";
            };
    return new TypedQuery(q, typed.syntax(), typed.match(), typed.variants());
  }
}
