package org.onrecord.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.search.Hit;
import org.onrecord.trend.Trends;

/**
 * The answer of {@code /trends}.
 *
 * @param of what the shares are of, as asked for
 * @param split what a split left out; null where nothing was split
 */
public record TrendsBody(
    QueryBody query,
    String interval,
    String of,
    int few,
    List<SeriesBody> series,
    @Nullable SplitBody split,
    long tookMillis) {

  /** What all series have in common, as asked for and as understood. */
  public record QueryBody(String q, String explained) {}

  /** What a split left out: how many further values, and how many quotations with none. */
  public record SplitBody(String facet, int others, long missing) {}

  /**
   * One series.
   *
   * @param series as it is asked for; empty for all that is found
   * @param whole of what the shares are, in words
   * @param sureness how many are clear, likely, to be checked
   * @param search what it counts, as a search of the API; from and to of a point narrow it to that
   * @param sampled of how many quotations words were read off
   */
  public record SeriesBody(
      String series,
      String kind,
      String value,
      String label,
      String whole,
      long total,
      long undated,
      Map<String, Long> sureness,
      @Nullable FirstBody first,
      @Nullable PointBody peak,
      @Nullable PointBody peakShare,
      List<PointBody> points,
      List<WordBody> words,
      long sampled,
      String search) {}

  /** The oldest quotation that has a date. */
  public record FirstBody(@Nullable LocalDate date, String id, String self) {
    static FirstBody of(Hit hit) {
      String id =
          switch (hit) {
            case Hit.QuoteHit found -> found.quote().quotation().id();
            case Hit.ParagraphHit found -> found.paragraph().id();
          };
      return new FirstBody(hit.article().date(), id, Links.quote(id));
    }
  }

  /**
   * An interval.
   *
   * @param share of the whole; null where that is nothing
   * @param few whether the whole is so small that the share says little
   */
  public record PointBody(
      LocalDate from,
      LocalDate to,
      long count,
      long of,
      @Nullable Double share,
      boolean few,
      Map<String, Long> polarities) {
    static PointBody of(Trends.Point point) {
      return new PointBody(
          point.from(),
          point.to(),
          point.count(),
          point.of(),
          point.share().isPresent() ? rounded(point.share().getAsDouble()) : null,
          point.isOfFew(),
          TrendsBody.polarities(point.polarities()));
    }

    private static double rounded(double share) {
      return Math.round(share * 1e6) / 1e6;
    }
  }

  /** A typical word: by how many standard deviations, and how often here and in the others. */
  public record WordBody(String word, double z, long count, long others) {
    static WordBody of(Trends.TypicalWord word) {
      return new WordBody(
          word.word(), Math.round(word.z() * 100) / 100.0, word.count(), word.others());
    }
  }

  /**
   * The body.
   *
   * @param search the address of a series' search in the API
   */
  public static TrendsBody of(Trends trends, Function<Trends.Series, String> search) {
    return new TrendsBody(
        new QueryBody(trends.search().q(), trends.explained()),
        trends.interval().label(),
        trends.of().label(),
        Trends.FEW,
        trends.series().stream().map(one -> series(one, search.apply(one))).toList(),
        trends.rest() == null
            ? null
            : new SplitBody(
                trends.rest().facet().label(), trends.rest().others(), trends.rest().missing()),
        trends.tookMillis());
  }

  private static SeriesBody series(Trends.Series series, String search) {
    return new SeriesBody(
        series.key().text(),
        series.key().kind(),
        series.key().value(),
        series.label(),
        series.whole(),
        series.total(),
        series.undated(),
        sureness(series.sureness()),
        series.first() == null ? null : FirstBody.of(series.first()),
        series.peak().map(PointBody::of).orElse(null),
        series.peakShare().map(PointBody::of).orElse(null),
        series.points().stream().map(PointBody::of).toList(),
        series.words().stream().map(WordBody::of).toList(),
        series.sampled(),
        search);
  }

  private static Map<String, Long> sureness(Map<SurenessLevel, Long> counts) {
    Map<String, Long> labelled = new LinkedHashMap<>();
    for (SurenessLevel level : SurenessLevel.values()) {
      labelled.put(level.label().toLowerCase(Locale.ROOT), counts.getOrDefault(level, 0L));
    }
    return labelled;
  }

  private static Map<String, Long> polarities(Map<Polarity, Long> counts) {
    Map<String, Long> labelled = new LinkedHashMap<>();
    for (Polarity polarity : Polarity.values()) {
      if (counts.containsKey(polarity)) {
        labelled.put(polarity.label(), counts.getOrDefault(polarity, 0L));
      }
    }
    return labelled;
  }
}
