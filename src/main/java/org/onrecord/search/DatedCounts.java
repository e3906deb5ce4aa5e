package org.onrecord.search;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;

/**
 * Hits by date. A passage whose copies are folded counts once in each bucket that one of them lies
 * in, so that a bucket counts what a search of its days finds.
 *
 * @param buckets those with hits, the oldest first
 * @param undated how many hits have no date
 * @param sureness how sure quotations are, of all hits, each passage once
 */
public record DatedCounts(List<Bucket> buckets, long undated, Map<SurenessLevel, Long> sureness) {
  /** Nothing was found. */
  public static final DatedCounts NONE = new DatedCounts(List.of(), 0, Map.of());

  public DatedCounts {
    buckets = List.copyOf(buckets);
    sureness = Collections.unmodifiableMap(filled(SurenessLevel.class, sureness));
  }

  private static <K extends Enum<K>> Map<K, Long> filled(Class<K> keys, Map<K, Long> counts) {
    Map<K, Long> copy = new EnumMap<>(keys);
    copy.putAll(counts);
    return copy;
  }

  /**
   * The hits from a day to the end of its interval.
   *
   * @param polarities how many of them are told how; none of it is 0
   */
  public record Bucket(LocalDate from, long count, Map<Polarity, Long> polarities) {
    public Bucket {
      polarities = Collections.unmodifiableMap(filled(Polarity.class, polarities));
    }
  }
}
