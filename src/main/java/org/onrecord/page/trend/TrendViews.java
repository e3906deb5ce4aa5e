package org.onrecord.page.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.page.PageRenderer;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.trend.TrendAddress.Shown;
import org.onrecord.page.trend.TrendView.Card;
import org.onrecord.page.trend.TrendView.Cell;
import org.onrecord.page.trend.TrendView.Drawing;
import org.onrecord.page.trend.TrendView.DrawnLine;
import org.onrecord.page.trend.TrendView.Fact;
import org.onrecord.page.trend.TrendView.Mark;
import org.onrecord.page.trend.TrendView.NamedLink;
import org.onrecord.page.trend.TrendView.Row;
import org.onrecord.page.trend.TrendView.Tabbed;
import org.onrecord.page.trend.TrendView.Table;
import org.onrecord.schema.Facet;
import org.onrecord.search.Hit;
import org.onrecord.trend.ShareOf;
import org.onrecord.trend.Trends;
import org.onrecord.trend.Trends.Point;
import org.onrecord.trend.Trends.Series;

/** Makes the view of series over time. */
public final class TrendViews {
  /** How many points of all series are links of their own; of more, columns lead closer. */
  static final int MOST_LINKED = 200;

  /** How many points of all series are drawn at the most. */
  private static final int MOST_DRAWN = 1_500;

  /** How many figures the table has at the most. */
  private static final int MOST_CELLS = 400;

  private static final List<String> NOT_AFFIRMED =
      Arrays.stream(Polarity.values())
          .filter(each -> each != Polarity.AFFIRMED && each.isSaid())
          .map(Polarity::label)
          .toList();

  private final TrendAddress address;
  private final Trends trends;
  private final int points;

  private TrendViews(TrendAddress address, Trends trends) {
    this.address = address;
    this.trends = trends;
    this.points = trends.series().stream().mapToInt(one -> one.points().size()).sum();
  }

  /**
   * The view of what was counted.
   *
   * @param address as it was asked for
   * @param before what has to be said first
   */
  public static TrendView of(TrendAddress address, Trends trends, List<String> before) {
    TrendViews views = new TrendViews(address, trends);
    List<String> notes = new ArrayList<>(before);
    notes.addAll(views.notes());
    return new TrendView(
        TrendForm.of(address),
        List.of(),
        chips(address),
        views.drawing(),
        views.cards(),
        notes,
        views.table(),
        List.of(
            new Tabbed("Number", address.shown(Shown.COUNT).page(), address.shown() == Shown.COUNT),
            new Tabbed("Share", address.shown(Shown.SHARE).page(), address.shown() == Shown.SHARE)),
        List.of(
            new NamedLink("CSV", address.api("csv")),
            new NamedLink("Drawing (SVG)", address.api("svg") + show(address)),
            new NamedLink("Data (JSON)", address.api("json"))),
        embed(address));
  }

  /** Whether there are few enough points for a page. */
  public static boolean isDrawn(Trends trends) {
    return trends.series().stream().mapToInt(one -> one.points().size()).sum() <= MOST_DRAWN;
  }

  /** That points are drawn wider than was asked for, and where all of them are. */
  public static String wider(Trends trends) {
    return "By the %s there are more points than a page draws, %s: they are wider here, and all of them are in CSV and JSON."
        .formatted(
            trends.interval().label(),
            Wording.number(trends.series().stream().mapToInt(one -> one.points().size()).sum()));
  }

  private static String show(TrendAddress address) {
    return address.shown() == Shown.SHARE ? "&show=share" : "";
  }

  /** The view of what cannot be counted. */
  public static TrendView refused(TrendAddress address, List<String> faults) {
    return new TrendView(
        TrendForm.of(address),
        faults,
        chips(address),
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        "");
  }

  private static List<NamedLink> chips(TrendAddress address) {
    List<NamedLink> chips = new ArrayList<>();
    Address search = address.search();
    for (Facet facet : Address.FILTERS) {
      for (String value : search.all(facet.label())) {
        chips.add(
            new NamedLink(
                facet.shortTitle() + ": " + value,
                address.searching(search.without(facet.label(), value)).page()));
      }
    }
    return chips;
  }

  private @Nullable Drawing drawing() {
    if (points == 0) {
      return null;
    }
    TrendLines lines = TrendLines.of(trends.series(), address.shown());
    boolean linked = points <= MOST_LINKED;
    List<DrawnLine> drawn = new ArrayList<>();
    for (int i = 0; i < lines.lines().size(); i++) {
      TrendLines.Line line = lines.lines().get(i);
      Series series = trends.series().get(i);
      drawn.add(
          new DrawnLine(
              line.slot(),
              line.path(),
              line.dots().stream()
                  .filter(_ -> linked)
                  .map(
                      dot ->
                          new Mark(
                              quotations(series, dot.point()),
                              series.label() + ", " + told(dot.point()),
                              dot.x(),
                              dot.y(),
                              "",
                              dot.hollow() ? " few" : ""))
                  .toList()));
    }
    return new Drawing(
        caption(), closer(), linked ? List.of() : columns(), drawn, lines.ticks(), lines.labels());
  }

  /** The stretch in which nearly all of it lies, where the rest of the axis squeezes it. */
  private @Nullable NamedLink closer() {
    List<Point> axis = trends.series().getFirst().points();
    long[] counts = new long[axis.size()];
    for (Series series : trends.series()) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += series.points().get(i).count();
      }
    }
    BusyStretch stretch = BusyStretch.of(counts).orElse(null);
    if (stretch == null) {
      return null;
    }
    Point first = axis.get(stretch.first());
    Point last = axis.get(stretch.last());
    return new NamedLink(
        "Look closer: %s hold %s of them"
            .formatted(
                first.equals(last) ? Days.of(first) : Days.of(first) + " to " + Days.of(last),
                TrendLines.percent(stretch.share())),
        address.within(first.from(), last.to()).page());
  }

  private String caption() {
    List<Point> axis = trends.series().getFirst().points();
    String what =
        switch (address.shown()) {
          case COUNT -> "Quotations";
          case SHARE -> "Share of " + whole();
        };
    return "%s by the %s, %s to %s"
        .formatted(
            what,
            trends.interval().label(),
            Wording.day(axis.getFirst().from()),
            Wording.day(axis.getLast().to()));
  }

  private String whole() {
    return switch (trends.of()) {
      case ALL -> "all quotations in the archive";
      case OWN -> "the series’ own quotations on anything";
      case FOUND -> "all quotations that the words and filters find";
    };
  }

  private List<Mark> columns() {
    List<Mark> columns = new ArrayList<>();
    List<Point> axis = trends.series().getFirst().points();
    if (axis.size() <= MOST_LINKED) {
      for (int i = 0; i < axis.size(); i++) {
        Point point = axis.get(i);
        columns.add(
            new Mark(
                address.within(point.from(), point.to()).page(),
                "Closer: " + Days.of(point),
                Wording.decimal((double) i * TrendLines.WIDTH / axis.size()),
                "0",
                Wording.decimal((double) TrendLines.WIDTH / axis.size()),
                ""));
      }
    }
    return columns;
  }

  private String quotations(Series series, Point point) {
    return address
        .quotations(series)
        .with("from", point.from().toString())
        .with("to", point.to().toString())
        .page();
  }

  /** "Oct 2016: 1,204 of 6,310 (19 %)". */
  private String told(Point point) {
    return Days.of(point) + ": " + figures(point);
  }

  private static String figures(Point point) {
    String share =
        point.share().isPresent()
            ? " (" + TrendLines.percent(point.share().getAsDouble()) + ")"
            : "";
    return Wording.number(point.count()) + " of " + Wording.number(point.of()) + share;
  }

  private List<Card> cards() {
    List<Card> cards = new ArrayList<>();
    for (Series series : trends.series()) {
      cards.add(
          new Card(
              TrendLines.slot(cards.size()),
              series.label(),
              address.quotations(series).page(),
              Wording.count(series.total(), "quotation", "quotations"),
              facts(series),
              series.words().stream()
                  .map(
                      word ->
                          new NamedLink(
                              word.word(), with(address.quotations(series), word.word()).page()))
                  .toList(),
              series.words().isEmpty() ? noWords(series) : null));
    }
    return cards;
  }

  private static Address with(Address quotations, String word) {
    String q = quotations.text("q");
    return quotations.with("q", q.isEmpty() ? word : q + " " + word);
  }

  private String noWords(Series series) {
    return series.total() == 0
        ? "Nothing is said, so that no word is typical."
        : "No word stands here so much more often than in the others that it is sure to be"
            + " typical.";
  }

  private List<Fact> facts(Series series) {
    List<Fact> facts = new ArrayList<>();
    Hit first = series.first();
    if (first instanceof Hit.QuoteHit found) {
      facts.add(
          new Fact(
              "First",
              Wording.day(found.article().date()),
              Pages.quote(found.quote().quotation().id())));
    }
    series
        .peak()
        .ifPresent(
            point ->
                facts.add(
                    new Fact(
                        "Most",
                        Days.of(point) + ": " + Wording.number(point.count()),
                        quotations(series, point))));
    series
        .peakShare()
        .ifPresent(
            point -> facts.add(new Fact("Largest share", told(point), quotations(series, point))));
    unlikeAffirmed(series, facts);
    long check = series.sureness().getOrDefault(SurenessLevel.CHECK, 0L);
    if (check > 0) {
      facts.add(
          new Fact(
              "In doubt",
              Wording.number(check) + " to be checked: who speaks, or the words",
              null));
    }
    if (series.undated() > 0) {
      facts.add(new Fact("Date not given", Wording.number(series.undated()), null));
    }
    return facts;
  }

  /** What is not affirmed, by how it is told, of all points together. */
  private void unlikeAffirmed(Series series, List<Fact> facts) {
    List<String> told = new ArrayList<>();
    for (Polarity polarity : Polarity.values()) {
      long count =
          series.points().stream()
              .mapToLong(point -> point.polarities().getOrDefault(polarity, 0L))
              .sum();
      if (count > 0 && polarity != Polarity.AFFIRMED) {
        told.add(Wording.number(count) + " " + polarity.label());
      }
    }
    if (!told.isEmpty()) {
      facts.add(
          new Fact(
              "Not affirmed",
              Wording.list(told, "and"),
              address.quotations(series).with("polarity", NOT_AFFIRMED).page()));
    }
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Counted are quotations that OnRecord found in this archive, each passage once however many"
            + " articles print it, and in each "
            + trends.interval().label()
            + " in which one does. How much is printed differs over time, so that a share says more"
            + " than a number: here it is of "
            + whole()
            + ".");
    if (trends.of() == ShareOf.OWN) {
      notes.add("Each series has a whole of its own: shares of one interval do not add up.");
    }
    boolean few =
        trends.series().stream()
            .flatMap(one -> one.points().stream())
            .anyMatch(point -> point.count() > 0 && point.isOfFew());
    if (few) {
      notes.add(
          "Faint points, and “few” in the table: the share is of fewer than %d quotations."
              .formatted(Trends.FEW));
    }
    if (points > MOST_CELLS) {
      notes.add("There are too many figures for a table here; CSV and JSON have all of them.");
    }
    if (trends.rest() != null) {
      notes.add(rest(trends.rest()));
    }
    if (trends.series().stream().anyMatch(one -> !one.words().isEmpty())) {
      notes.add(typical());
    }
    return notes;
  }

  private static String rest(Trends.Rest rest) {
    String noun = rest.facet().title().toLowerCase(Locale.ROOT);
    String others =
        rest.others() == 0
            ? ""
            : " "
                + Wording.count(rest.others(), "other value is", "other values are")
                + " left out.";
    return "Not known: %s have no value for %s, and are in no line.%s"
        .formatted(Wording.count(rest.missing(), "quotation", "quotations"), noun, others);
  }

  private String typical() {
    long sampled = trends.series().stream().mapToLong(Series::sampled).max().orElse(0);
    String beside =
        trends.series().size() == 1
            ? "in all other quotations of the whole"
            : "in what only the other series have";
    return "Typical words stand surely more often in a series than "
        + beside
        + " (log-odds with a Dirichlet prior). Which words there are was read off up to "
        + Wording.number(sampled)
        + " quotations of each, how often they stand was counted in all.";
  }

  private @Nullable Table table() {
    if (points == 0 || points > MOST_CELLS) {
      return null;
    }
    boolean linked = points > MOST_LINKED;
    List<Row> rows = new ArrayList<>();
    List<Point> axis = trends.series().getFirst().points();
    for (int i = axis.size() - 1; i >= 0; i--) {
      List<Cell> cells = new ArrayList<>();
      for (Series series : trends.series()) {
        Point point = series.points().get(i);
        cells.add(
            new Cell(
                Wording.number(point.count()),
                share(point),
                linked && point.count() > 0 ? quotations(series, point) : null));
      }
      rows.add(new Row(Days.of(axis.get(i)), cells));
    }
    return new Table(trends.series().stream().map(Series::label).toList(), rows, linked);
  }

  private static String share(Point point) {
    return point.share().isEmpty()
        ? ""
        : TrendLines.percent(point.share().getAsDouble()) + (point.isOfFew() ? " few" : "");
  }

  private static String embed(TrendAddress address) {
    StringBuilder tag = new StringBuilder("<onrecord-trends");
    String series = String.join("|", address.series().stream().map(one -> one.text()).toList());
    attribute(tag, "series", series);
    attribute(tag, "split", address.split() == null ? "" : address.split().label());
    attribute(tag, "interval", address.interval() == null ? "" : address.interval().label());
    attribute(tag, "of", address.of() == ShareOf.ALL ? "" : address.of().label());
    attribute(tag, "show", address.shown() == Shown.SHARE ? "share" : "");
    address
        .search()
        .parameters()
        .forEach((name, values) -> attribute(tag, name, String.join("|", values)));
    return tag.append("></onrecord-trends>").toString();
  }

  private static void attribute(StringBuilder tag, String name, String value) {
    if (!value.isEmpty()) {
      tag.append(' ').append(name).append("=\"").append(PageRenderer.escaped(value)).append('"');
    }
  }
}
