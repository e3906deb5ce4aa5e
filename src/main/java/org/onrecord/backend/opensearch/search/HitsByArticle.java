package org.onrecord.backend.opensearch.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.search.SortOrder;
import tools.jackson.databind.JsonNode;

/** Groups hits by the article that they stand in; all of an article is on one shard. */
final class HitsByArticle {
  private static final String ARTICLES = "articles";
  private static final String TOTAL = "total";
  private static final String ORDER = "order";
  private static final String BEST = "best";

  private HitsByArticle() {}

  /**
   * What the cluster is asked.
   *
   * @param most how many articles, the first of all
   */
  static Map<String, Object> asked(SortOrder sort, int most) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put(TOTAL, FacetCounting.distinct(Fields.ARTICLE));
    if (most > 0) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("field", Fields.ARTICLE);
      values.put("size", most);
      values.put(
          "order",
          List.of(Map.of(ORDER, sort == SortOrder.OLDEST ? "asc" : "desc"), Map.of("_key", "asc")));
      Map<String, Object> best = new LinkedHashMap<>();
      best.put("size", 1);
      best.put("sort", List.of(Map.of("_score", "desc"), Map.of(Fields.PLACE, "asc")));
      best.put("track_scores", true);
      counts.put(
          ARTICLES,
          Map.of(
              "terms", values, "aggs", Map.of(ORDER, order(sort), BEST, Map.of("top_hits", best))));
    }
    return counts;
  }

  private static Map<String, Object> order(SortOrder sort) {
    return switch (sort) {
      case RELEVANCE, RECENT -> Map.of("max", Map.of("script", Map.of("source", "_score")));
      case NEWEST, OLDEST ->
          Map.of("max", Map.of("field", Fields.DATE, "missing", Integer.MIN_VALUE));
    };
  }

  /** How many articles there are. */
  static long total(JsonNode told) {
    return told.path(TOTAL).path("value").asLong();
  }

  /** The articles, in order. */
  static JsonNode articles(JsonNode told) {
    return told.path(ARTICLES).path("buckets");
  }

  /** The best hit of one. */
  static JsonNode best(JsonNode article) {
    return article.path(BEST).path("hits").path("hits").path(0);
  }
}
