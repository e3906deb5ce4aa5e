package org.onrecord.backend.opensearch.search;

import java.util.List;
import java.util.Map;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.search.SortOrder;

/** The order of hits: what they are worth by what they are, then what they are sorted by. */
final class RankingDsl {
  /** By what a score is multiplied where a word of each is enough: how sure quotations are. */
  static final String SURE = FieldNames.SURE;

  /** The same where all words have to match: that, and whether a text says something. */
  static final String SHARE = FieldNames.SHARE;

  /** The older, the less, as the Lucene backend has it. */
  private static final String RECENT =
      """
      double relevance = _score * doc[params.share].value;
      if (doc['date'].size() == 0) {
        return relevance * 0.5;
      }
      return relevance
          * (0.5 + 0.5 * Math.pow(0.5, Math.max(0, params.newest - doc['date'].value) / 90.0));
      """;

  private RankingDsl() {}

  /**
   * What is found is worth what it matches, less what it is.
   *
   * @param share {@link #SURE} or {@link #SHARE}
   * @param newest the day of the newest article, for the order by recency
   */
  static Map<String, Object> ranked(
      Map<String, Object> query, SortOrder sort, String share, long newest) {
    return switch (sort) {
      case RELEVANCE -> multiplied(query, share);
      case RECENT -> scripted(query, RECENT, Map.of("share", share, "newest", newest));
      case NEWEST, OLDEST -> query;
    };
  }

  private static Map<String, Object> multiplied(Map<String, Object> query, String field) {
    return Map.of(
        "function_score",
        Map.of(
            "query",
            query,
            "field_value_factor",
            Map.of("field", field, "missing", 1),
            "boost_mode",
            "multiply"));
  }

  private static Map<String, Object> scripted(
      Map<String, Object> query, String script, Map<String, Object> params) {
    return Map.of(
        "script_score",
        Map.of("query", query, "script", Map.of("source", script, "params", params)));
  }

  /** The order, total: as asked, then by article, then by place in it. */
  static List<Map<String, Object>> sort(SortOrder sort) {
    Map<String, Object> first =
        switch (sort) {
          case RELEVANCE, RECENT -> Map.of("_score", "desc");
          case NEWEST -> Map.of(Fields.DATE, Map.of("order", "desc", "missing", "_last"));
          case OLDEST -> Map.of(Fields.DATE, Map.of("order", "asc", "missing", "_last"));
        };
    return List.of(first, Map.of(Fields.ARTICLE, "asc"), Map.of(Fields.PLACE, "asc"));
  }
}
