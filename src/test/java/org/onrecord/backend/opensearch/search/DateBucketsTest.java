package org.onrecord.backend.opensearch.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onrecord.search.DateInterval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class DateBucketsTest {
  /** The key of the bucket into which the cluster puts a number. */
  private static double key(JsonNode histogram, long value) {
    int width = histogram.path("interval").asInt();
    int offset = histogram.path("offset").asInt();
    return Math.floorDiv(value - offset, width) * (double) width + offset;
  }

  @Test
  void bucketBeginsWithTheIntervalOfItsDays() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      LocalDate day = LocalDate.of(1850, 1, 1).plusDays(random.nextInt(90_000));
      for (DateInterval interval : DateInterval.values()) {
        DateBuckets buckets = new DateBuckets(interval);
        JsonNode histogram =
            JsonMapper.shared().<JsonNode>valueToTree(buckets.asked()).path("histogram");
        long value =
            histogram.path("field").asString().equals(FieldNames.MONTH)
                ? DateBuckets.month(day)
                : day.toEpochDay();
        assertEquals(
            interval.start(day),
            buckets.first(JsonNodeFactory.instance.objectNode().put("key", key(histogram, value))),
            interval + " of " + day);
      }
    }
  }
}
