package org.onrecord.page.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.batch.BatchTable;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.search.Hit;
import org.onrecord.trend.SeriesKey;

/**
 * A list of names or queries, and what was counted for it.
 *
 * @param form as it was filled in
 * @param faults what is wrong with it; none where nothing is
 * @param table null where nothing was counted yet
 */
public record BatchView(Form form, List<String> faults, @Nullable Table table) implements PageView {
  public BatchView {
    faults = List.copyOf(faults);
  }

  /** What a first cell may be, the likely ones first. */
  private static final List<Choice> KINDS =
      List.of(
          new Choice("speaker", "who speaks", false),
          new Choice("mention", "who is spoken of", false),
          new Choice("party", "a party that speaks", false),
          new Choice("q", "words, or a query", false));

  /** One of several. */
  public record Choice(String value, String title, boolean chosen) {}

  /** The form. */
  public record Form(String list, String by, String q, String outlet, String from, String to) {
    public static final Form EMPTY = new Form("", "speaker", "", "", "", "");

    /** What all entries have in common, as a search for quotations. */
    public Address address() {
      return new Address(
          Map.of(
              "type", List.of("quote"),
              "q", List.of(q),
              "outlet", List.of(outlet),
              "from", List.of(from),
              "to", List.of(to)));
    }
  }

  /** What was counted. */
  public record Table(List<String> columns, List<Row> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * An entry.
   *
   * @param href its hits; null where there are none
   */
  public record Row(
      List<String> cells,
      @Nullable String href,
      String total,
      @Nullable Edge first,
      @Nullable Edge newest,
      @Nullable String fault) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A hit at an end. */
  public record Edge(String day, String href) {}

  /** The view of what was counted. */
  public static BatchView of(Form form, BatchTable counted) {
    List<Row> rows = new ArrayList<>();
    for (BatchTable.Row row : counted.rows()) {
      rows.add(
          new Row(
              row.entry().cells(),
              row.total() == 0 ? null : address(form.address(), row.entry().keys()).page(),
              row.fault() == null ? Wording.number(row.total()) : "–",
              edge(row.first()),
              edge(row.newest()),
              row.fault()));
    }
    return new BatchView(form, List.of(), new Table(counted.columns(), rows));
  }

  private static Address address(Address search, List<SeriesKey> keys) {
    Address address = search;
    for (SeriesKey key : keys) {
      Facet facet = key.facet();
      String q = address.text("q");
      address =
          facet == null
              ? address.with("q", q.isEmpty() ? key.value() : "(" + q + ") (" + key.value() + ")")
              : address.with(facet.label(), key.value());
    }
    return address;
  }

  private static @Nullable Edge edge(@Nullable Hit hit) {
    LocalDate day = hit == null ? null : hit.article().date();
    return hit instanceof Hit.QuoteHit found && day != null
        ? new Edge(Wording.day(day), Pages.quote(found.quote().quotation().id()))
        : null;
  }

  @Override
  public String template() {
    return "batch";
  }

  @Override
  public PageHead head() {
    return new PageHead("Many at once", "", PageHead.Place.TRENDS, null, null, false);
  }

  public List<Choice> kinds() {
    return KINDS.stream()
        .map(one -> new Choice(one.value(), one.title(), one.value().equals(form.by())))
        .toList();
  }

  public boolean hasFaults() {
    return !faults.isEmpty();
  }

  /** What a first cell may be. */
  public static List<String> by() {
    return KINDS.stream().map(Choice::value).toList();
  }
}
