package org.onrecord.page.trend;

import java.util.List;
import org.onrecord.page.PageRenderer;
import org.onrecord.page.Wording;
import org.onrecord.page.trend.TrendAddress.Shown;
import org.onrecord.trend.Trends;

/**
 * Series over time as a drawing of its own (SVG), to be printed or shown elsewhere: black on white,
 * each line by colour and stroke, with its name and what it is of below.
 */
public final class TrendSvg {
  private static final String[] COLOURS = {
    "#0F2D72", "#7F4200", "#457764", "#4A1F3B", "#8C6A15", "#115959"
  };

  /** How lines are dashed, so that they are told apart without colours. */
  private static final String[] DASHES = {"", "8 4", "2 4", "12 3 2 3", "", "5 2"};

  private static final int[] WIDTHS = {2, 2, 2, 2, 4, 3};
  private static final int LEFT = 70;
  private static final int TOP = 60;
  private static final int LEGEND = 24;
  private static final int WIDTH = LEFT + TrendLines.WIDTH + 30;

  private TrendSvg() {}

  public static String of(Trends trends, Shown shown) {
    TrendLines lines = TrendLines.of(trends.series(), shown);
    int below = TOP + TrendLines.HEIGHT + 50;
    int height = below + LEGEND * (trends.series().size() + 1) + 10;
    StringBuilder svg =
        new StringBuilder(
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%1$d\""
                 + " height=\"%2$d\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"15\""
                 + " fill=\"#1A1917\">%n")
                .formatted(WIDTH, height));
    String title = title(trends, shown);
    svg.append("<title>").append(PageRenderer.escaped(title)).append("</title>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
    text(svg, LEFT, 30, "start", title, " font-size=\"19\" font-weight=\"bold\"");
    axes(svg, lines);
    for (int i = 0; i < lines.lines().size(); i++) {
      svg.append(
          "<path transform=\"translate(%d %d)\" d=\"%s\" fill=\"none\"%s/>%n"
              .formatted(LEFT, TOP, lines.lines().get(i).path(), stroke(i)));
      lone(svg, lines.lines().get(i), i);
      legend(svg, trends.series().get(i), i, below + LEGEND * i);
    }
    text(
        svg,
        LEFT,
        below + LEGEND * trends.series().size() + 5,
        "start",
        trends.explained() + ". Counted by OnRecord in this archive.",
        " fill=\"#57534B\" font-size=\"13\"");
    return svg.append("</svg>\n").toString();
  }

  private static String title(Trends trends, Shown shown) {
    String what =
        switch (shown) {
          case COUNT -> "Quotations";
          case SHARE ->
              "Share of "
                  + (trends.series().size() == 1
                      ? trends.series().getFirst().whole()
                      : TrendForm.title(trends.of()));
        };
    return what + " by the " + trends.interval().label();
  }

  private static void axes(StringBuilder svg, TrendLines lines) {
    List<String> ticks = lines.ticks();
    for (int i = 0; i < ticks.size(); i++) {
      int y = TOP + 8 + i * (TrendLines.HEIGHT - 12) / (ticks.size() - 1);
      svg.append(
          "<path d=\"M%d %dH%d\" stroke=\"#DCD7CB\"/>%n"
              .formatted(LEFT, y, LEFT + TrendLines.WIDTH));
      text(svg, LEFT - 8, y + 5, "end", ticks.get(i), "");
    }
    List<String> labels = lines.labels();
    for (int i = 0; i < labels.size(); i++) {
      int x = LEFT + (labels.size() == 1 ? 0 : i * TrendLines.WIDTH / (labels.size() - 1));
      String anchor = i == 0 ? "start" : i == labels.size() - 1 ? "end" : "middle";
      text(svg, x, TOP + TrendLines.HEIGHT + 22, anchor, labels.get(i), "");
    }
  }

  private static String stroke(int place) {
    String dashes = DASHES[place].isEmpty() ? "" : " stroke-dasharray=\"" + DASHES[place] + "\"";
    return " stroke=\"%s\" stroke-width=\"%d\"%s".formatted(COLOURS[place], WIDTHS[place], dashes);
  }

  /** Points that no line leads to or from would not be seen. */
  private static void lone(StringBuilder svg, TrendLines.Line line, int place) {
    for (TrendLines.Dot dot : line.dots()) {
      svg.append(
          "<circle transform=\"translate(%d %d)\" cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>%n"
              .formatted(LEFT, TOP, dot.x(), dot.y(), dot.hollow() ? "#ABA499" : COLOURS[place]));
    }
  }

  private static void legend(StringBuilder svg, Trends.Series series, int place, int y) {
    svg.append("<path d=\"M%d %dh36\"%s/>%n".formatted(LEFT, y - 5, stroke(place)));
    text(
        svg,
        LEFT + 46,
        y,
        "start",
        series.label() + ": " + Wording.count(series.total(), "quotation", "quotations"),
        "");
  }

  private static void text(
      StringBuilder svg, int x, int y, String anchor, String text, String more) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\"%s>%s</text>%n"
            .formatted(x, y, anchor, more, PageRenderer.escaped(text)));
  }
}
