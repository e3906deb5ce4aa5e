package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.SampledWords;
import org.onrecord.search.WordTallies;
import tools.jackson.databind.JsonNode;

/** The words of hits, as inflected: some hits are read, and words counted in all of them. */
record WordsOfHits(IndexView view, CompiledQuery.Records records, CompiledQuery.Reading reading) {
  private static final String HELD = "held";
  private static final String LENGTH = "length";

  /** Chooses the same hits each time. */
  private static final int SEED = 7;

  /** A cluster gives no more hits at once. */
  private static final int MOST = 10_000;

  private static final String COUNTED =
      """
      def all = params._source['exact'];
      List texts = all instanceof List ? (List) all : [all];
      for (text in texts) {
        StringTokenizer words = new StringTokenizer(text == null ? '' : (String) text, params.between);
        while (words.hasMoreTokens()) {
          String word = words.nextToken();
          if (params.words.containsKey(word)) {
            state.held.merge(word, 1L, Long::sum);
          }
        }
      }
      """;

  private static final String ADDED =
      """
      Map held = new HashMap();
      for (some in states) {
        for (each in some.entrySet()) {
          held.merge(each.getKey(), each.getValue(), Long::sum);
        }
      }
      return held;
      """;

  /** Reads at most so many hits, chosen at random but always the same. */
  SampledWords sampled(Matching matching, int most) throws IOException {
    Map<String, Object> chosen =
        Map.of(
            "function_score",
            Map.of(
                "query",
                hits(matching),
                "random_score",
                Map.of("seed", SEED, "field", "_seq_no"),
                "boost_mode",
                "replace"));
    JsonNode answer =
        view.post(
            "_search",
            Map.of(
                "query",
                chosen,
                "size",
                Math.min(MOST, most),
                "_source",
                List.of(FieldNames.RECORD)));
    Map<String, Long> occurrences = new HashMap<>();
    long words = 0;
    long read = 0;
    for (JsonNode hit : answer.path("hits").path("hits")) {
      read++;
      for (String word :
          NewsAnalyzer.terms(
              reading.ofDocuments(), Fields.EXACT, text(records.of(hit.path("_source"))))) {
        occurrences.merge(word, 1L, Long::sum);
        words++;
      }
    }
    return new SampledWords(read, words, occurrences);
  }

  private static String text(ArchiveDocument document) {
    return switch (document) {
      case ParagraphDocument paragraph -> paragraph.text();
      case QuoteDocument quote -> quote.quotation().content();
      case ArticleDocument _ -> "";
    };
  }

  private static Map<String, Object> hits(Matching matching) {
    return new Dsl.Bool().filter(matching.query()).filter(matching.shown()).build();
  }

  /** Counts words in hits, by which of the searches finds them. */
  WordTallies tallied(List<Matching> searches, Set<String> words) throws IOException {
    if (searches.size() > WordTallies.MOST_SEARCHES) {
      throw new IllegalArgumentException(searches.size() + " searches are too many to hold apart");
    }
    List<Map<String, Object>> found = searches.stream().map(WordsOfHits::hits).toList();
    List<WordTallies.Tally> tallies = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      List<Map<String, Object>> others = new ArrayList<>(found);
      Map<String, Object> own = others.remove(i);
      Tally in = tally(own, words);
      Tally beside =
          others.isEmpty()
              ? new Tally(0, zero(words))
              : tally(new Dsl.Bool().filter(Dsl.any(others)).mustNot(own).build(), words);
      tallies.add(new WordTallies.Tally(in.words(), in.held(), beside.words(), beside.held()));
    }
    return tallies(tallies, words);
  }

  /** How many words some hits have, and of which how many. */
  private record Tally(long words, Map<String, Long> held) {}

  private static Map<String, Long> zero(Set<String> words) {
    Map<String, Long> zero = new HashMap<>();
    words.forEach(word -> zero.put(word, 0L));
    return zero;
  }

  private Tally tally(Map<String, Object> hits, Set<String> words) throws IOException {
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("init_script", "state.held = new HashMap();");
    counted.put("map_script", COUNTED);
    counted.put("combine_script", "return state.held;");
    counted.put("reduce_script", ADDED);
    counted.put("params", Map.of("words", zero(words), "between", " " + Dsl.BESIDE));
    JsonNode told =
        view.post(
                "_search",
                Map.of(
                    "size",
                    0,
                    "query",
                    hits,
                    "aggs",
                    Map.of(
                        LENGTH,
                        Map.of("sum", Map.of("field", FieldNames.LENGTH)),
                        HELD,
                        Map.of("scripted_metric", counted))))
            .path("aggregations");
    Map<String, Long> held = zero(words);
    told.path(HELD)
        .path("value")
        .properties()
        .forEach(word -> held.put(word.getKey(), word.getValue().asLong()));
    return new Tally((long) told.path(LENGTH).path("value").asDouble(0), held);
  }

  private WordTallies tallies(List<WordTallies.Tally> tallies, Set<String> words)
      throws IOException {
    TermCounts counts = new TermCounts(view, reading);
    counts.read(words.stream().map(word -> new Term(Fields.EXACT, word)).toList());
    long all = counts.words(Fields.EXACT);
    Map<String, Double> shares = new HashMap<>();
    for (String word : words) {
      long held = counts.of(new Term(Fields.EXACT, word)).occurrences();
      if (held > 0 && all > 0) {
        shares.put(word, (double) held / all);
      }
    }
    return new WordTallies(tallies, all, shares);
  }
}
