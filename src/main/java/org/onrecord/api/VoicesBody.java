package org.onrecord.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.voice.Voices;

/**
 * The answer of {@code /voices}.
 *
 * @param beside what shares stand beside; null where nothing narrows the search
 */
public record VoicesBody(
    QueryBody query,
    long total,
    @Nullable BesideBody beside,
    List<BreakdownBody> breakdowns,
    long tookMillis) {

  /** What is heard of, as asked for and as understood. */
  public record QueryBody(String q, String explained) {}

  /** What shares stand beside. */
  public record BesideBody(String told, long total) {}

  /**
   * By one thing that is known.
   *
   * @param counts {@code quotations}, or {@code speakers} in them
   * @param of how many the shares are of
   * @param others how many further values there are
   */
  public record BreakdownBody(
      String name,
      String title,
      String counts,
      long of,
      List<VoiceBody> values,
      int others,
      VoiceBody unknown) {
    static BreakdownBody of(Voices.Breakdown breakdown) {
      return new BreakdownBody(
          breakdown.name(),
          breakdown.title(),
          counted(breakdown),
          breakdown.of(),
          breakdown.values().stream().map(VoiceBody::of).toList(),
          breakdown.others(),
          VoiceBody.of(breakdown.unknown()));
    }
  }

  /**
   * A value.
   *
   * @param key what selects it as a filter
   */
  public record VoiceBody(
      String value, String key, long count, double share, @Nullable Double beside) {
    static VoiceBody of(Voices.Share share) {
      return new VoiceBody(
          share.label(),
          share.key(),
          share.count(),
          rounded(share.share()),
          share.beside() == null ? null : Double.valueOf(rounded(share.beside())));
    }
  }

  private static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  private static String counted(Voices.Breakdown breakdown) {
    return breakdown.ofSpeakers() ? "speakers" : "quotations";
  }

  public static VoicesBody of(Voices voices) {
    Voices.Beside beside = voices.beside();
    return new VoicesBody(
        new QueryBody(voices.search().q(), voices.explained()),
        voices.total(),
        beside == null ? null : new BesideBody(beside.told(), beside.total()),
        voices.breakdowns().stream().map(BreakdownBody::of).toList(),
        voices.tookMillis());
  }

  /** The same as CSV: a row for each value, what is not known among them. */
  public static String csv(Voices voices) {
    StringBuilder csv =
        new StringBuilder(
            CsvRow.row(
                Stream.of("by", "value", "key", "counts", "count", "of", "share", "beside")));
    for (Voices.Breakdown breakdown : voices.breakdowns()) {
      Stream.concat(breakdown.values().stream(), Stream.of(breakdown.unknown()))
          .forEach(one -> csv.append(row(breakdown, one)));
    }
    return csv.toString();
  }

  private static String row(Voices.Breakdown breakdown, Voices.Share one) {
    return CsvRow.row(
        Stream.of(
            breakdown.name(),
            one.label(),
            one.key(),
            counted(breakdown),
            String.valueOf(one.count()),
            String.valueOf(breakdown.of()),
            digits(one.share()),
            one.beside() == null ? "" : digits(one.beside())));
  }

  private static String digits(double share) {
    return String.format(Locale.ROOT, "%.6f", share);
  }
}
