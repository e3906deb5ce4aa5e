package org.onrecord.page.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.DateChart;
import org.onrecord.page.part.Tab;
import org.onrecord.timeline.Statement;
import org.onrecord.timeline.Timeline;

/**
 * What one person said on one subject, the earliest first.
 *
 * @param speaker whose it is; empty where nobody was asked for
 * @param speakerPage who that is, as a path; null where they have no page
 * @param lead how many statements, from when to when, how many of them bear marks
 * @param notes what else is to be said of them; mostly nothing
 * @param faults what cannot be read; none where all can
 * @param address what is searched for
 * @param marked the statements that bear marks
 * @param newer the statements after these; null where there are none
 * @param older those before them; null where there are none
 */
public record TimelineView(
    String speaker,
    @Nullable String speakerPage,
    String lead,
    List<String> notes,
    List<String> faults,
    Address address,
    DateChart chart,
    List<Place> marked,
    List<StatementCard> statements,
    @Nullable String newer,
    @Nullable String older)
    implements PageView {
  /** How many statements a page has. */
  public static final int SIZE = 40;

  private static final int MOST_PLACES = 24;

  public TimelineView {
    notes = List.copyOf(notes);
    faults = List.copyOf(faults);
    marked = List.copyOf(marked);
    statements = List.copyOf(statements);
  }

  /** A statement to go to. */
  public record Place(String day, String href) {}

  /** A parameter that the form keeps. */
  public record Kept(String name, String value) {}

  /** The form alone. */
  public static TimelineView empty(Address address) {
    return of(
        address,
        List.of(),
        "What one person said on one subject, in the order of time. Statements that differ from an"
            + " earlier one in polarity or wording bear a mark.");
  }

  /** The view of what cannot be told. */
  public static TimelineView refused(Address address, List<String> faults) {
    return of(address, faults, "");
  }

  private static TimelineView of(Address address, List<String> faults, String lead) {
    return new TimelineView(
        address.text("speaker"),
        null,
        lead,
        List.of(),
        faults,
        address,
        DateChart.NONE,
        List.of(),
        List.of(),
        null,
        null);
  }

  /**
   * The view of a timeline.
   *
   * @param skip how many statements are passed over
   */
  public static TimelineView of(Address address, Timeline timeline, int skip) {
    List<Statement> all = timeline.statements();
    int from = Math.min(skip, Math.max(0, all.size() - 1));
    int to = Math.min(all.size(), from + SIZE);
    String id = timeline.speakerId();
    return new TimelineView(
        timeline.speaker(),
        id == null ? null : Pages.speaker(id),
        lead(timeline),
        notes(timeline),
        List.of(),
        address,
        timeline.dates() == null
            ? DateChart.NONE
            : DateChart.of(
                timeline.dates(),
                address.with("type", "quote"),
                timeline.request().from(),
                timeline.request().to(),
                Tab.Kind.QUOTATIONS),
        timeline.marked().stream()
            .limit(MOST_PLACES)
            .map(
                one ->
                    new Place(
                        Wording.day(one.hit().article().date()), place(address, one.number())))
            .toList(),
        cards(timeline, all.subList(from, to), from, address),
        to < all.size() ? page(address, to) : null,
        from > 0 ? page(address, Math.max(0, from - SIZE)) : null);
  }

  private static List<StatementCard> cards(
      Timeline timeline, List<Statement> shown, int from, Address address) {
    List<StatementCard> cards = new ArrayList<>();
    for (Statement one : shown) {
      Statement before = one.number() < 2 ? null : timeline.statements().get(one.number() - 2);
      boolean first = one.number() == from + 1;
      cards.add(
          StatementCard.of(
              one,
              first ? null : before,
              timeline,
              beside ->
                  timeline.statements().stream()
                      .filter(s -> s.hit().quote().quotation().id().equals(beside))
                      .findFirst()
                      .map(s -> place(address, s.number()))
                      .orElse(Pages.quote(beside))));
    }
    return cards;
  }

  /** The page with a statement, at it. */
  private static String place(Address address, int number) {
    return page(address, (number - 1) / SIZE * SIZE) + "#s" + number;
  }

  private static String page(Address address, int skip) {
    String query = address.without("type").without("sort").query();
    return "/timeline" + query + (skip == 0 ? "" : (query.isEmpty() ? "?" : "&") + "after=" + skip);
  }

  private static String lead(Timeline timeline) {
    List<Statement> all = timeline.statements();
    if (all.isEmpty()) {
      return "";
    }
    int marked = timeline.marked().size();
    return Wording.count(timeline.total(), "quotation", "quotations")
        + ", "
        + Wording.day(all.getFirst().hit().article().date())
        + " to "
        + Wording.day(all.getLast().hit().article().date())
        + (marked == 0
            ? "; none bears a mark"
            : "; " + Wording.number(marked) + (marked == 1 ? " bears a mark" : " bear marks"));
  }

  private static List<String> notes(Timeline timeline) {
    List<String> notes = new ArrayList<>();
    long left = timeline.total() - timeline.statements().size();
    if (left > 0) {
      notes.add(
          "These are the first "
              + Wording.number(timeline.statements().size())
              + "; "
              + Wording.number(left)
              + " later ones are left out: narrow it by words or days.");
    }
    return notes;
  }

  @Override
  public String template() {
    return "timeline";
  }

  @Override
  public PageHead head() {
    return new PageHead(title(), "", PageHead.Place.TRENDS, null, null, false);
  }

  public String title() {
    String q = address.text("q");
    return (speaker.isEmpty() ? "What somebody said over time" : speaker)
        + (speaker.isEmpty() || q.isEmpty() ? "" : " on " + q);
  }

  public String q() {
    return address.text("q");
  }

  public String from() {
    return address.text("from");
  }

  public String to() {
    return address.text("to");
  }

  /** What the form keeps. */
  public List<Kept> hidden() {
    List<String> shown = List.of("q", "from", "to", "speaker", "type", "sort");
    return address.parameters().entrySet().stream()
        .filter(each -> !shown.contains(each.getKey()))
        .flatMap(each -> each.getValue().stream().map(value -> new Kept(each.getKey(), value)))
        .toList();
  }

  public boolean hasFaults() {
    return !faults.isEmpty();
  }

  public boolean hasChart() {
    return chart.columns().size() > 1;
  }

  public boolean hasMarked() {
    return !marked.isEmpty();
  }

  public boolean some() {
    return !statements.isEmpty();
  }

  /** Whether somebody was asked for and said nothing of it. */
  public boolean none() {
    return statements.isEmpty() && !hasFaults() && address.has("speaker");
  }

  /** Where to look if there is nothing. */
  public List<Place> ways() {
    Address quotations = address.with("type", "quote").without("sort");
    return Stream.of(
            address.has("q")
                ? new Place("All that " + speaker + " said", quotations.without("q").page())
                : null,
            new Place(
                "What others said of it", quotations.without("speaker").without("from").page()),
            address.has("from") || address.has("to")
                ? new Place("On any date", page(address.without("from").without("to"), 0))
                : null)
        .filter(way -> way != null)
        .toList();
  }

  public String search() {
    return address.with("type", "quote").without("sort").page();
  }

  public String csv() {
    return data("csv");
  }

  public String json() {
    return data("json");
  }

  private String data(String format) {
    return "/api/v1/timeline"
        + address.without("type").without("sort").query()
        + "&format="
        + format;
  }
}
