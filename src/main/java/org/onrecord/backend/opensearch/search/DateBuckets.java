package org.onrecord.backend.opensearch.search;

import java.time.LocalDate;
import java.util.Map;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.search.DateInterval;
import tools.jackson.databind.JsonNode;

/**
 * Has the cluster count by date, in buckets of an interval's width, those that are empty left out.
 */
public record DateBuckets(DateInterval interval) {
  private static final int MONTHS = 12;

  /** 5 January 1970 was a Monday. */
  private static final int MONDAY = 4;

  private static final int WEEK = 7;

  /** The number of a day's month, which is on each document that has a date. */
  public static long month(LocalDate day) {
    return MONTHS * (long) day.getYear() + day.getMonthValue() - 1;
  }

  /** The aggregation that counts. */
  Map<String, Object> asked() {
    return switch (interval) {
      case DAY -> histogram(Fields.DATE, 1, 0);
      case WEEK -> histogram(Fields.DATE, WEEK, MONDAY);
      case MONTH -> histogram(FieldNames.MONTH, 1, 0);
      case YEAR -> histogram(FieldNames.MONTH, MONTHS, 0);
    };
  }

  private static Map<String, Object> histogram(String field, int width, int offset) {
    return Map.of(
        "histogram",
        Map.of("field", field, "interval", width, "offset", offset, "min_doc_count", 1));
  }

  /** The first day of a bucket that the cluster told. */
  LocalDate first(JsonNode bucket) {
    long key = (long) bucket.path("key").asDouble();
    return switch (interval) {
      case DAY, WEEK -> LocalDate.ofEpochDay(key);
      case MONTH, YEAR ->
          LocalDate.of((int) Math.floorDiv(key, MONTHS), Math.floorMod(key, MONTHS) + 1, 1);
    };
  }
}
