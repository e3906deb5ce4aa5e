package org.onrecord.page.trend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.trend.SeriesKey;
import org.onrecord.trend.ShareOf;
import org.onrecord.trend.TrendRequest;
import org.onrecord.trend.Trends;

/**
 * The address of trends, which is their whole state. Every method returns another address.
 *
 * @param search what all series have in common
 * @param interval null for the finest that can be drawn
 * @param shown what is drawn
 */
public record TrendAddress(
    Address search,
    List<SeriesKey> series,
    @Nullable Facet split,
    @Nullable DateInterval interval,
    ShareOf of,
    Shown shown) {
  /** What is drawn of a series. */
  public enum Shown {
    COUNT,
    SHARE
  }

  public TrendAddress {
    search = search.without("type");
    series = List.copyOf(series);
  }

  /** What a request asks for. */
  public static TrendAddress of(TrendRequest request, Address search, Shown shown) {
    return new TrendAddress(
        search, request.series(), request.split(), request.interval(), request.of(), shown);
  }

  /** The page. */
  public String page() {
    return path("/trends", shown == Shown.SHARE ? "show=share" : "");
  }

  /** The same of the API, in a format. */
  public String api(String format) {
    return path("/api/v1/trends", "format=" + format);
  }

  private String path(String path, String last) {
    List<String> parts = new ArrayList<>();
    series.forEach(one -> parts.add("series=" + encoded(one.text())));
    if (split != null) {
      parts.add("split=" + split.label());
    }
    if (interval != null) {
      parts.add("interval=" + interval.label());
    }
    if (of != ShareOf.ALL) {
      parts.add("of=" + of.label());
    }
    if (!search.query().isEmpty()) {
      parts.add(search.query().substring(1));
    }
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts.isEmpty() ? path : path + parts.stream().collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What one series counts, as a search for quotations. */
  public Address quotations(Trends.Series one) {
    Address all = search.with("type", "quote");
    Facet facet = one.key().facet();
    return facet == null
        ? all.with("q", one.search().q())
        : all.with(facet.label(), one.key().value());
  }

  TrendAddress shown(Shown newShown) {
    return new TrendAddress(search, series, split, interval, of, newShown);
  }

  TrendAddress every(@Nullable DateInterval newInterval) {
    return new TrendAddress(search, series, split, newInterval, of, shown);
  }

  TrendAddress within(LocalDate from, LocalDate to) {
    Address days = search.with("from", from.toString()).with("to", to.toString());
    return new TrendAddress(days, series, split, null, of, shown);
  }

  TrendAddress anyDate() {
    return new TrendAddress(
        search.without("from").without("to"), series, split, interval, of, shown);
  }

  TrendAddress searching(Address newSearch) {
    return new TrendAddress(newSearch, series, split, interval, of, shown);
  }
}
