package org.onrecord.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.page.part.Address;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.SearchRequest;
import org.onrecord.trend.SeriesKey;
import org.onrecord.trend.ShareOf;
import org.onrecord.trend.TrendRequest;

/** What the parameters of trends ask for: a request, or everything that is wrong with them. */
public sealed interface TrendParameters {
  /** A search's, but for what is given of hits, and the trends' own. */
  SearchForm FORM =
      new SearchForm(
          List.of("series", "split", "interval", "of", "words", "format", "show", "bom"),
          Set.of("type", "sort", "size", "after", "facets"),
          Map.of("type", DocumentType.QUOTE.label(), "facets", "none"));

  /** How many typical words are given of a series where nobody says. */
  int WORDS = 10;

  /**
   * Nothing is wrong.
   *
   * @param address the search that all series have in common
   */
  record Asked(TrendRequest request, Address address) implements TrendParameters {}

  /** Something is wrong. */
  record Refused(List<ParameterError> errors) implements TrendParameters {
    public Refused {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Reads them.
   *
   * @param reader of the route's own, which has refused those that it does not know
   */
  static TrendParameters read(ParameterReader reader) {
    List<SeriesKey> series = series(reader);
    Facet split = split(reader);
    DateInterval interval = interval(reader);
    ShareOf of = reader.choice("of", ShareOf.values(), ShareOf::label, ShareOf.ALL);
    int words = reader.number("words", 0, TrendRequest.MOST_WORDS, WORDS);
    return switch (FORM.read(reader)) {
      case SearchParameters.Asked(SearchRequest search) ->
          new Asked(
              new TrendRequest(search, series, split, interval, of, words),
              new Address(FORM.searched(reader.given())));
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest _) ->
          new Refused(errors);
    };
  }

  private static List<SeriesKey> series(ParameterReader reader) {
    List<String> given = reader.all("series").stream().distinct().toList();
    if (given.size() > TrendRequest.MOST_SERIES) {
      reader.refuse(
          "series",
          "At most %d series stand side by side, not %d: ask for the others by themselves."
              .formatted(TrendRequest.MOST_SERIES, given.size()));
      return List.of();
    }
    List<SeriesKey> series = new ArrayList<>();
    for (String text : given) {
      SeriesKey.parse(text)
          .ifPresentOrElse(
              series::add,
              () ->
                  reader.refuse(
                      "series",
                      "A series is what it is of, a colon and a value, such as speaker:Ruth Alder,"
                          + " not "
                          + ParameterReader.quote(text)
                          + ". It is of: "
                          + String.join(", ", SeriesKey.kinds())
                          + "."));
    }
    return series;
  }

  private static @Nullable Facet split(ParameterReader reader) {
    List<String> labels = Facet.FILTERS.stream().map(Facet::label).toList();
    String label = reader.choice("split", labels, labels.getFirst());
    return reader.text("split").isEmpty() ? null : Facet.of(label).orElse(null);
  }

  private static @Nullable DateInterval interval(ParameterReader reader) {
    DateInterval interval =
        reader.choice("interval", DateInterval.values(), DateInterval::label, DateInterval.MONTH);
    return reader.text("interval").isEmpty() ? null : interval;
  }

  /** The search for what a series counts. */
  static Address address(Address search, SeriesKey key, SearchRequest narrowed) {
    Facet facet = key.facet();
    return facet == null ? search.with("q", narrowed.q()) : search.with(facet.label(), key.value());
  }
}
