package org.onrecord.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.Hit;
import org.onrecord.search.PartyLabels;
import org.onrecord.search.SearchRequest;

/**
 * Series over time.
 *
 * @param search what all series have in common
 * @param explained the same in words
 * @param interval how wide a point is
 * @param series in the order in which they were asked for, or the most frequent first
 * @param rest what a split left out; null where nothing was split
 * @param parties what parties are called here
 */
public record Trends(
    SearchRequest search,
    String explained,
    DateInterval interval,
    ShareOf of,
    List<Series> series,
    @Nullable Rest rest,
    PartyLabels parties,
    long tookMillis) {
  /** Shares of fewer quotations than this say little. */
  public static final int FEW = 20;

  public Trends {
    series = List.copyOf(series);
  }

  /**
   * One series.
   *
   * @param label what it is called
   * @param whole of what it is a share, in words
   * @param total how many quotations it has, passages that are copies of one another once
   * @param undated how many of them have no date, and are in no point
   * @param sureness how sure they are
   * @param points every interval from the first to the last of all series, the oldest first
   * @param first the oldest quotation that has a date; null where there is none
   * @param words the words that are typical of it, the most typical first
   * @param sampled of how many quotations words were read off to look for typical ones
   */
  public record Series(
      SeriesKey key,
      String label,
      String whole,
      SearchRequest search,
      long total,
      long undated,
      Map<SurenessLevel, Long> sureness,
      List<Point> points,
      @Nullable Hit first,
      List<TypicalWord> words,
      long sampled) {
    public Series {
      sureness = Map.copyOf(sureness);
      points = List.copyOf(points);
      words = List.copyOf(words);
    }

    /** The point with the most quotations, of several the first; empty where there are none. */
    public Optional<Point> peak() {
      return points.stream()
          .filter(point -> point.count() > 0)
          .reduce((best, point) -> point.count() > best.count() ? point : best);
    }

    /** The point with the largest share of no few, of several the first. */
    public Optional<Point> peakShare() {
      return points.stream()
          .filter(point -> point.count() > 0 && !point.isOfFew() && point.share().isPresent())
          .reduce((best, point) -> point.share().orElse(0) > best.share().orElse(0) ? point : best);
    }
  }

  /**
   * An interval, within the days that were asked for.
   *
   * @param from its first day
   * @param to its last day
   * @param of how many quotations the whole has there
   * @param polarities how many of them are told how; none of it is 0
   */
  public record Point(
      LocalDate from, LocalDate to, long count, long of, Map<Polarity, Long> polarities) {
    public Point {
      polarities = Map.copyOf(polarities);
    }

    /** How large a part of the whole it is, 0 to 1; empty where the whole is nothing. */
    public OptionalDouble share() {
      return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / of);
    }

    /** Whether its share is of so few that it says little. */
    public boolean isOfFew() {
      return of < FEW;
    }
  }

  /**
   * What a split into the most frequent values leaves out.
   *
   * @param others how many further values there are
   * @param missing how many quotations have none
   */
  public record Rest(Facet facet, int others, long missing) {}

  /**
   * A word that stands more often in one series than in what it is compared with.
   *
   * @param z by how many standard deviations its log-odds differ, above 1.96
   * @param count how often it stands in the series
   * @param others how often in what it is compared with
   */
  public record TypicalWord(String word, double z, long count, long others) {}
}
