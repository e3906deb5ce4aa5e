package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.article.Polarity;
import org.onrecord.article.SurenessLevel;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.DatedCounts;
import tools.jackson.databind.JsonNode;

/**
 * Counts hits by date and by what is told of them. A passage whose copies are folded counts once in
 * each interval, and in each once for each polarity that its copies have there.
 */
final class HitsByDate {
  private static final String DAYS = "days";
  private static final String POLARITY = "polarity";
  private static final String UNDATED = "undated";
  private static final String SURENESS = "sureness";

  /** As many figures as a hundredth can be. */
  private static final int FIGURES = 101;

  private final DateInterval interval;
  private final TreeMap<LocalDate, Long> counts = new TreeMap<>();
  private final Map<LocalDate, Map<Polarity, Long>> told = new TreeMap<>();
  private long undated;

  private HitsByDate(DateInterval interval) {
    this.interval = interval;
  }

  static DatedCounts of(IndexView view, Matching matching, DateInterval interval)
      throws IOException {
    Map<String, Object> polarities =
        Dsl.values(FacetFields.field(Facet.POLARITY), Polarity.values().length);
    Map<String, Object> days = new LinkedHashMap<>(new DateBuckets(interval).asked());
    days.put("aggs", Map.of(POLARITY, polarities));
    Map<String, Object> sureness =
        Map.of(
            "filter",
            Dsl.filtered(matching.shown()),
            "aggs",
            Map.of(SURENESS, Dsl.values(Fields.CERTAINTY, FIGURES)));
    JsonNode answer =
        view.post(
                "_search",
                Map.of(
                    "size",
                    0,
                    "query",
                    new Dsl.Bool().filter(matching.query()).filter(matching.scope().all()).build(),
                    "aggs",
                    Map.of(
                        DAYS,
                        days,
                        UNDATED,
                        Map.of("missing", Map.of("field", Fields.DATE)),
                        SURENESS,
                        sureness)))
            .path("aggregations");
    HitsByDate hits = new HitsByDate(interval);
    hits.count(answer.path(DAYS));
    hits.undated = answer.path(UNDATED).path("doc_count").asLong();
    hits.takeCopies(matching.copies().passing(null));
    return new DatedCounts(
        hits.buckets(), hits.undated, sureness(answer.path(SURENESS).path(SURENESS)));
  }

  private void count(JsonNode days) {
    DateBuckets dates = new DateBuckets(interval);
    for (JsonNode day : days.path("buckets")) {
      LocalDate from = dates.first(day);
      counts.merge(from, day.path("doc_count").asLong(), Long::sum);
      Map<Polarity, Long> here = told.computeIfAbsent(from, _ -> new EnumMap<>(Polarity.class));
      for (JsonNode bucket : day.path(POLARITY).path("buckets")) {
        polarity(bucket.path("key").asString())
            .forEach(one -> here.merge(one, bucket.path("doc_count").asLong(), Long::sum));
      }
    }
  }

  private static List<Polarity> polarity(String label) {
    List<Polarity> found = new ArrayList<>();
    for (Polarity polarity : Polarity.values()) {
      if (polarity.label().equals(label)) {
        found.add(polarity);
      }
    }
    return found;
  }

  private void takeCopies(List<CopyRow> rows) {
    Set<String> seen = new HashSet<>();
    for (CopyRow row : rows) {
      if (row.day() == Long.MAX_VALUE) {
        undated -= seen.add(row.key() + "\n") ? 0 : 1;
        continue;
      }
      LocalDate from = interval.start(LocalDate.ofEpochDay(row.day()));
      String passage = row.key() + "\n" + from;
      if (!seen.add(passage)) {
        counts.merge(from, -1L, Long::sum);
      }
      for (String label : row.values().getOrDefault(Facet.POLARITY, List.of())) {
        for (Polarity polarity : polarity(label)) {
          if (!seen.add(passage + "\n" + polarity)) {
            told.getOrDefault(from, new EnumMap<>(Polarity.class)).merge(polarity, -1L, Long::sum);
          }
        }
      }
    }
  }

  private List<DatedCounts.Bucket> buckets() {
    List<DatedCounts.Bucket> buckets = new ArrayList<>();
    counts.forEach(
        (from, count) -> {
          Map<Polarity, Long> here = told.getOrDefault(from, new EnumMap<>(Polarity.class));
          here.values().removeIf(times -> times <= 0);
          buckets.add(new DatedCounts.Bucket(from, count, here));
        });
    return buckets;
  }

  private static Map<SurenessLevel, Long> sureness(JsonNode figures) {
    Map<SurenessLevel, Long> levels = new EnumMap<>(SurenessLevel.class);
    for (SurenessLevel level : SurenessLevel.values()) {
      levels.put(level, 0L);
    }
    for (JsonNode bucket : figures.path("buckets")) {
      levels.merge(
          SurenessLevel.of(bucket.path("key").asLong() / 100.0),
          bucket.path("doc_count").asLong(),
          Long::sum);
    }
    return levels;
  }
}
