package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.onrecord.backend.lucene.query.IndexWords;
import tools.jackson.databind.JsonNode;

/** The words of an archive on a cluster. */
record ClusterWords(IndexView view) implements IndexWords {
  /** How many words spelt nearly as another are told. */
  private static final int MOST_NEAR = 1_000;

  /** How many words are looked at for each that is taken. */
  private static final int LOOKED_AT = 20;

  @Override
  public List<Held> startingWith(String field, String start, int most) throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("field", Dsl.name(field));
    values.put("include", Dsl.quoted(start) + ".*");
    values.put("size", most);
    values.put("order", Map.of("_key", "asc"));
    values.put("execution_hint", "map");
    JsonNode answer =
        view.post(
            "_search",
            Map.of(
                "size",
                0,
                "query",
                Dsl.filtered(List.of(Dsl.prefix(field, start), view.live())),
                "aggs",
                Map.of("words", Map.of("terms", values))));
    List<Held> found = new ArrayList<>();
    for (JsonNode bucket : answer.path("aggregations").path("words").path("buckets")) {
      found.add(new Held(bucket.path("key").asString(), bucket.path("doc_count").asLong()));
    }
    return found;
  }

  @Override
  public List<String> like(String field, String word, int edits, int most) throws IOException {
    ByteRunAutomaton like = FuzzyQuery.getFuzzyAutomaton(word, edits, 0, true).runAutomaton;
    Set<String> found = new LinkedHashSet<>();
    if (holds(field, word)) {
      found.add(word);
    }
    for (JsonNode each : suggested(field, word, edits, most)) {
      String text = each.path("text").asString();
      BytesRef bytes = new BytesRef(text);
      if (like.run(bytes.bytes, bytes.offset, bytes.length)) {
        found.add(text);
      }
    }
    return found.stream().limit(most).toList();
  }

  /** Words of some fields within two letters of another but not the first, by their documents. */
  Map<String, Long> spelledLike(List<String> fields, String word) throws IOException {
    Map<String, Object> suggest = new LinkedHashMap<>();
    for (String field : fields) {
      Map<String, Object> term = near(field, 2, MOST_NEAR);
      term.put("prefix_length", 1);
      term.put("sort", "frequency");
      suggest.put(field, Map.of("text", word, "term", term));
    }
    JsonNode answer = view.post("_search", Map.of("size", 0, "suggest", suggest)).path("suggest");
    Map<String, Long> found = new HashMap<>();
    for (String field : fields) {
      for (JsonNode each : answer.path(field).path(0).path("options")) {
        found.merge(each.path("text").asString(), each.path("freq").asLong(), Long::sum);
      }
    }
    return found;
  }

  private boolean holds(String field, String word) throws IOException {
    JsonNode answer =
        view.post(
            "_search", Map.of("size", 0, "terminate_after", 1, "query", Dsl.term(field, word)));
    return answer.path("hits").path("total").path("value").asLong() > 0;
  }

  /** Words near another, without itself. */
  private JsonNode suggested(String field, String word, int edits, int most) throws IOException {
    JsonNode answer =
        view.post(
            "_search",
            Map.of(
                "size",
                0,
                "suggest",
                Map.of("near", Map.of("text", word, "term", near(field, edits, most)))));
    return answer.path("suggest").path("near").path(0).path("options");
  }

  private static Map<String, Object> near(String field, int edits, int most) {
    Map<String, Object> term = new LinkedHashMap<>();
    term.put("field", Dsl.name(field));
    term.put("size", most);
    term.put("shard_size", most);
    term.put("suggest_mode", "always");
    term.put("max_edits", edits);
    term.put("prefix_length", 0);
    term.put("min_word_length", 1);
    term.put("accuracy", 0.01);
    term.put("max_inspections", LOOKED_AT);
    term.put("max_term_freq", Integer.MAX_VALUE);
    term.put("string_distance", "damerau_levenshtein");
    return term;
  }
}
