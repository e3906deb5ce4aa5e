package org.onrecord.page.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.trend.SeriesKey;
import org.onrecord.trend.ShareOf;
import org.onrecord.trend.TrendRequest;

/**
 * The form by which trends are asked for, as it was filled in.
 *
 * @param rows a row for each series, and one that is free where there may be more; two at the
 *     least, since what is compared is two
 * @param hidden what narrows the search and has no field here
 */
public record TrendForm(
    List<Row> rows,
    String q,
    String from,
    String to,
    List<Choice> splits,
    List<Choice> intervals,
    List<Choice> wholes,
    List<Hidden> hidden) {
  /** By what series are made in the form, the likely ones first; each as the form says it. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("speaker", "said by"),
          new Kind("party", "said by the party"),
          new Kind("outlet", "printed in"),
          new Kind("mention", "about"),
          new Kind("mentionedParty", "about the party"),
          new Kind("q", "with the words"),
          new Kind("speaksFor", "said for"),
          new Kind("section", "in the section"));

  private static final List<Facet> SPLITS =
      List.of(
          Facet.PARTY, Facet.SPEAKER, Facet.MENTION, Facet.OUTLET, Facet.SECTION, Facet.POLARITY);

  private static final int FEWEST_ROWS = 2;

  public TrendForm {
    rows = List.copyOf(rows);
    splits = List.copyOf(splits);
    intervals = List.copyOf(intervals);
    wholes = List.copyOf(wholes);
    hidden = List.copyOf(hidden);
  }

  private record Kind(String label, String title) {}

  /** A series in the form. */
  public record Row(int number, List<Choice> kinds, String value) {
    public Row {
      kinds = List.copyOf(kinds);
    }
  }

  /** One of several. */
  public record Choice(String value, String title, boolean chosen) {}

  /** A parameter that the form keeps. */
  public record Hidden(String name, String value) {}

  static TrendForm of(TrendAddress address) {
    List<Row> rows = new ArrayList<>();
    for (SeriesKey key : address.series()) {
      rows.add(new Row(rows.size() + 1, kinds(key.kind()), key.value()));
    }
    String kind = rows.isEmpty() ? "speaker" : address.series().getLast().kind();
    int shown = Math.clamp(rows.size() + 1L, FEWEST_ROWS, TrendRequest.MOST_SERIES);
    while (rows.size() < shown) {
      rows.add(new Row(rows.size() + 1, kinds(kind), ""));
    }
    Address search = address.search();
    return new TrendForm(
        rows,
        search.text("q"),
        search.text("from"),
        search.text("to"),
        splits(address.split()),
        intervals(address.interval()),
        Arrays.stream(ShareOf.values())
            .map(each -> new Choice(each.label(), title(each), each == address.of()))
            .toList(),
        hidden(address));
  }

  private static List<Choice> kinds(String chosen) {
    Stream<Kind> rest =
        KINDS.stream().anyMatch(kind -> kind.label().equals(chosen))
            ? Stream.of()
            : Facet.of(chosen).map(facet -> new Kind(chosen, facet.shortTitle())).stream();
    return Stream.concat(KINDS.stream(), rest)
        .map(kind -> new Choice(kind.label(), kind.title(), kind.label().equals(chosen)))
        .toList();
  }

  private static List<Choice> splits(@Nullable Facet chosen) {
    List<Choice> splits = new ArrayList<>();
    splits.add(new Choice("", "the series above", chosen == null));
    List<Facet> facets = new ArrayList<>(SPLITS);
    if (chosen != null && !facets.contains(chosen)) {
      facets.add(chosen);
    }
    facets.forEach(
        facet -> splits.add(new Choice(facet.label(), "each " + title(facet), facet == chosen)));
    return splits;
  }

  private static String title(Facet facet) {
    return switch (facet) {
      case PARTY -> "party that speaks";
      case MENTION -> "name spoken of";
      case POLARITY -> "of affirmed, denied, asked …";
      default -> facet.title().toLowerCase(Locale.ROOT);
    };
  }

  private static List<Choice> intervals(@Nullable DateInterval chosen) {
    List<Choice> intervals = new ArrayList<>();
    intervals.add(new Choice("", "as fits", chosen == null));
    for (DateInterval each : DateInterval.values()) {
      intervals.add(new Choice(each.label(), each.label(), each == chosen));
    }
    return intervals;
  }

  static String title(ShareOf of) {
    return switch (of) {
      case ALL -> "all quotations";
      case OWN -> "its own quotations on anything";
      case FOUND -> "all that these words and filters find";
    };
  }

  private static List<Hidden> hidden(TrendAddress address) {
    List<Hidden> hidden = new ArrayList<>();
    address
        .search()
        .parameters()
        .forEach(
            (name, values) -> {
              if (!List.of("q", "from", "to", "type").contains(name)) {
                values.forEach(value -> hidden.add(new Hidden(name, value)));
              }
            });
    if (address.shown() == TrendAddress.Shown.SHARE) {
      hidden.add(new Hidden("show", "share"));
    }
    return hidden;
  }
}
