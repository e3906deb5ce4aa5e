package org.onrecord.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.onrecord.article.Polarity;
import org.onrecord.trend.Trends;
import org.onrecord.trend.Trends.Point;

/** Series as CSV: a row for each point of each, in UTF-8, with a first one that names columns. */
public final class TrendsCsv {
  private static final List<Polarity> SAID =
      Arrays.stream(Polarity.values()).filter(Polarity::isSaid).toList();

  private TrendsCsv() {}

  public static String of(Trends trends) {
    StringBuilder csv = new StringBuilder(head());
    for (Trends.Series series : trends.series()) {
      for (Point point : series.points()) {
        csv.append(row(series, point));
      }
    }
    return csv.toString();
  }

  private static String head() {
    return CsvRow.row(
        Stream.concat(
            Stream.of("series", "label", "from", "to", "count", "of", "whole", "share", "few"),
            SAID.stream().map(Polarity::label)));
  }

  private static String row(Trends.Series series, Point point) {
    Stream<String> cells =
        Stream.of(
            series.key().text(),
            series.label(),
            point.from().toString(),
            point.to().toString(),
            String.valueOf(point.count()),
            String.valueOf(point.of()),
            series.whole(),
            point.share().isPresent()
                ? String.format(Locale.ROOT, "%.6f", point.share().getAsDouble())
                : "",
            String.valueOf(point.isOfFew()));
    return CsvRow.row(
        Stream.concat(
            cells,
            SAID.stream().map(each -> String.valueOf(point.polarities().getOrDefault(each, 0L)))));
  }
}
