package org.onrecord.page.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.onrecord.page.Wording;
import org.onrecord.page.trend.TrendAddress.Shown;
import org.onrecord.trend.Trends;
import org.onrecord.trend.Trends.Point;

/**
 * Series as lines, in units of a drawing {@value #WIDTH} wide and {@value #HEIGHT} high. A point
 * whose share is not known breaks its line; one whose share is of few is drawn hollow.
 *
 * @param lines one for each series, in their order
 * @param ticks what stands beside, from the top down
 * @param labels what stands below, from the first to the last
 */
record TrendLines(List<Line> lines, List<String> ticks, List<String> labels) {
  static final int WIDTH = 1000;
  static final int HEIGHT = 300;

  private static final int TOP = 8;
  private static final int BASE = 296;
  private static final int LABELS = 5;
  private static final double[] STEPS = {1, 2, 2.5, 4, 5, 10};

  TrendLines {
    lines = List.copyOf(lines);
    ticks = List.copyOf(ticks);
    labels = List.copyOf(labels);
  }

  /**
   * A line.
   *
   * @param slot the class of its colour and stroke
   * @param path how it runs
   */
  record Line(String slot, String path, List<Dot> dots) {
    Line {
      dots = List.copyOf(dots);
    }
  }

  /** A point of a line, and its place. */
  record Dot(int index, Point point, String x, String y, boolean hollow) {}

  static TrendLines of(List<Trends.Series> series, Shown shown) {
    Function<Point, OptionalDouble> value =
        switch (shown) {
          case COUNT -> point -> OptionalDouble.of(point.count());
          case SHARE -> Point::share;
        };
    double most =
        series.stream()
            .flatMap(one -> one.points().stream())
            .filter(point -> shown == Shown.COUNT || !point.isOfFew())
            .mapToDouble(point -> value.apply(point).orElse(0))
            .max()
            .orElse(0);
    double top = top(most, shown);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      lines.add(line(slot(i), series.get(i).points(), value, top, shown));
    }
    return new TrendLines(lines, ticks(top, shown), labels(series));
  }

  /** The class of the series at a place. */
  static String slot(int place) {
    return "slot" + place;
  }

  private static Line line(
      String slot,
      List<Point> points,
      Function<Point, OptionalDouble> value,
      double top,
      Shown shown) {
    StringBuilder path = new StringBuilder();
    List<Dot> dots = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < points.size(); i++) {
      OptionalDouble at = value.apply(points.get(i));
      if (at.isEmpty()) {
        open = false;
        continue;
      }
      String x = Wording.decimal(x(i, points.size()));
      String y = Wording.decimal(BASE - Math.min(1, at.getAsDouble() / top) * (BASE - TOP));
      path.append(open ? 'L' : 'M').append(x).append(' ').append(y);
      open = true;
      if (points.get(i).count() > 0) {
        boolean hollow = shown == Shown.SHARE && points.get(i).isOfFew();
        dots.add(new Dot(i, points.get(i), x, y, hollow));
      }
    }
    return new Line(slot, path.toString(), dots);
  }

  /** The middle of a column. */
  static double x(int index, int points) {
    return (index + 0.5) * WIDTH / points;
  }

  /** What the top of the drawing stands for: a round number that nothing exceeds. */
  private static double top(double most, Shown shown) {
    if (most <= 0) {
      return 1;
    }
    double size = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : STEPS) {
      double top = step * size;
      if (top >= most && (shown == Shown.SHARE || top % 2 == 0)) {
        return shown == Shown.SHARE ? Math.min(1, top) : top;
      }
    }
    return Math.max(2, 10 * size);
  }

  private static List<String> ticks(double top, Shown shown) {
    return List.of(tick(top, shown), tick(top / 2, shown), "0");
  }

  private static String tick(double value, Shown shown) {
    return switch (shown) {
      case COUNT -> Wording.number(Math.round(value));
      case SHARE -> percent(value);
    };
  }

  /** "12.5 %", "40 %", "0.04 %". */
  static String percent(double share) {
    double percent = 100 * share;
    String digits =
        percent >= 10 || percent == 0
            ? String.format(Locale.ENGLISH, "%.0f", percent)
            : percent >= 1
                ? String.format(Locale.ENGLISH, "%.1f", percent)
                : String.format(Locale.ENGLISH, "%.2f", percent);
    return digits + " %";
  }

  private static List<String> labels(List<Trends.Series> series) {
    List<Point> points = series.isEmpty() ? List.of() : series.getFirst().points();
    List<String> labels = new ArrayList<>();
    int shown = Math.min(LABELS, points.size());
    for (int i = 0; i < shown; i++) {
      int at = shown == 1 ? 0 : i * (points.size() - 1) / (shown - 1);
      labels.add(Days.of(points.get(at)));
    }
    return labels;
  }
}
