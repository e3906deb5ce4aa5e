package org.onrecord.page.trend;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.page.PageHead;
import org.onrecord.page.PageView;
import org.onrecord.page.trend.TrendForm.Hidden;

/**
 * Series over time: a form, a drawing, what is told of each series, and every figure.
 *
 * @param faults what cannot be read; none where all can
 * @param chips what narrows all series beside words and days
 * @param drawing null where nothing can be drawn
 * @param cards what is told of each series
 * @param notes what has to be known to read the figures
 * @param table every figure; null where it would be too long
 * @param tabs the number, or the share
 * @param files the same as data
 */
public record TrendView(
    TrendForm form,
    List<String> faults,
    List<NamedLink> chips,
    @Nullable Drawing drawing,
    List<Card> cards,
    List<String> notes,
    @Nullable Table table,
    List<Tabbed> tabs,
    List<NamedLink> files,
    String embed)
    implements PageView {
  public TrendView {
    faults = List.copyOf(faults);
    chips = List.copyOf(chips);
    cards = List.copyOf(cards);
    notes = List.copyOf(notes);
    tabs = List.copyOf(tabs);
    files = List.copyOf(files);
  }

  /** A link. */
  public record NamedLink(String name, String href) {}

  /** A link to the same in another form. */
  public record Tabbed(String name, String href, boolean current) {}

  /**
   * The drawing.
   *
   * @param closer the stretch in which nearly all lies; null where that is most of it
   * @param columns where a click leads closer, instead of points that lead to quotations
   */
  public record Drawing(
      String caption,
      @Nullable NamedLink closer,
      List<Mark> columns,
      List<DrawnLine> lines,
      List<String> ticks,
      List<String> labels) {
    public Drawing {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
      ticks = List.copyOf(ticks);
      labels = List.copyOf(labels);
    }
  }

  /** A line with its points; none where columns are clicked. */
  public record DrawnLine(String slot, String path, List<Mark> dots) {
    public DrawnLine {
      dots = List.copyOf(dots);
    }
  }

  /**
   * What is clicked.
   *
   * @param told what it stands for, in words
   * @param style the class of a point of few; empty for others
   */
  public record Mark(String href, String told, String x, String y, String width, String style) {}

  /**
   * A series.
   *
   * @param facts first, peak and the like
   * @param words the typical ones
   * @param noWords why there are none; null where there are
   */
  public record Card(
      String slot,
      String label,
      String href,
      String total,
      List<Fact> facts,
      List<NamedLink> words,
      @Nullable String noWords) {
    public Card {
      facts = List.copyOf(facts);
      words = List.copyOf(words);
    }
  }

  /**
   * A fact of a series.
   *
   * @param href where it leads; null for nowhere
   */
  public record Fact(String name, String text, @Nullable String href) {}

  /**
   * Every figure.
   *
   * @param linked whether figures lead to their quotations, since points do not
   */
  public record Table(List<String> heads, List<Row> rows, boolean linked) {
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }

  /** An interval. */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A figure.
   *
   * @param share beside it; empty where there is none
   * @param href its quotations; null for no link
   */
  public record Cell(String count, String share, @Nullable String href) {}

  @Override
  public String template() {
    return "trends";
  }

  @Override
  public PageHead head() {
    return new PageHead("Over time", "", PageHead.Place.TRENDS, null, null, false);
  }

  public List<Hidden> hidden() {
    return form.hidden();
  }

  public boolean hasFaults() {
    return !faults.isEmpty();
  }

  public boolean hasChips() {
    return !chips.isEmpty();
  }
}
