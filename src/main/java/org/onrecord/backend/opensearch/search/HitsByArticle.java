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

  /** How many articles there are, exactly: the cluster's own count is an estimate. */
  private static final Map<String, Object> DISTINCT =
      Map.of(
          "scripted_metric",
          Map.of(
              "init_script", "state.all = new HashSet();",
              "map_script", "for (value in doc[params.field]) { state.all.add(value); }",
              "combine_script", "return new ArrayList(state.all);",
              "reduce_script",
                  "Set all = new HashSet(); for (some in states) { all.addAll(some); }"
                      + " return all.size();",
              "params", Map.of("field", Fields.ARTICLE)));

  private HitsByArticle() {}

  /**
   * What the cluster is asked.
   *
   * @param most how many articles, the first of all
   */
  static Map<String, Object> asked(SortOrder sort, int most) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put(TOTAL, DISTINCT);
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
      best.put("_source", List.of(FieldNames.RECORD));
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
