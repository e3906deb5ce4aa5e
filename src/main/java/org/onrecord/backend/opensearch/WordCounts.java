package org.onrecord.backend.opensearch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.WordScore;
import org.onrecord.backend.lucene.query.WordWeights;
import org.onrecord.backend.opensearch.search.CountKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How much a passage holds of each of its words, all its fields together ({@link WordScore#count}),
 * worked out when it is written: of that alone a word's score is made, so that the cluster need not
 * look into each field for each hit.
 */
final class WordCounts {
  /** A count's value lies in the midst of those that are kept as the same. */
  private static final int HALF = 1 << 14;

  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private final Map<String, Integer> text;
  private final Map<String, Integer> exact;
  private final Map<String, Integer> speakers;
  private final Map<String, Integer> mentions;
  private final Map<String, Integer> title;
  private final int length;
  private final ObjectNode counts = JsonNodeFactory.instance.objectNode();

  private WordCounts(JsonNode passage) {
    this.text = words(passage.path(Fields.TEXT));
    this.exact = words(passage.path(Fields.EXACT));
    this.speakers = words(passage.path(Fields.SPEAKER));
    this.mentions = words(passage.path(Fields.MENTION));
    this.title = words(passage.path(Fields.TITLE));
    this.length = passage.path(ClusterFields.LENGTH).asInt();
  }

  /**
   * The counts of a passage.
   *
   * @param passage what has its words and its {@link ClusterFields#LENGTH}
   * @param stems what the stem of a word is
   */
  static ObjectNode of(JsonNode passage, UnaryOperator<String> stems) {
    WordCounts all = new WordCounts(passage);
    all.text.keySet().forEach(all::stem);
    Set<String> words = new HashSet<>(all.exact.keySet());
    words.addAll(all.speakers.keySet());
    words.addAll(all.mentions.keySet());
    words.forEach(word -> all.word(word, stems.apply(word)));
    all.title.keySet().stream().filter(stem -> of(all.text, stem) == 0).forEach(all::headline);
    return all.counts;
  }

  private static Map<String, Integer> words(JsonNode field) {
    Map<String, Integer> words = new HashMap<>();
    if (field.isArray()) {
      field.forEach(one -> count(one.asString(), words));
    } else if (field.isString()) {
      count(field.asString(), words);
    }
    return words;
  }

  private static void count(String text, Map<String, Integer> words) {
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == WordsAsText.BESIDE) {
        String word = text.substring(begin, i);
        if (!word.isEmpty() && !word.equals(WordsAsText.HOLE)) {
          words.merge(word, 1, Integer::sum);
        }
        begin = i + 1;
      }
    }
  }

  private static int of(Map<String, Integer> words, String word) {
    return words.getOrDefault(word, 0);
  }

  private float stemmed(String stem) {
    return of(text, stem) + WordWeights.TITLE * of(title, stem);
  }

  private void stem(String stem) {
    put(CountKeys.stem(stem), stemmed(stem));
  }

  private void headline(String stem) {
    put(CountKeys.headline(stem), WordWeights.TITLE * of(title, stem));
  }

  private void word(String word, String stem) {
    int speaking = of(speakers, word);
    if (of(text, stem) == 0 && speaking == 0 && of(mentions, word) == 0) {
      return;
    }
    float named = WordWeights.NAME * of(mentions, word);
    float all = stemmed(stem) + named + WordWeights.EXACT * of(exact, word);
    put(CountKeys.word(word), all + WordWeights.NAME * speaking);
    if (speaking > 0) {
      put(CountKeys.spoken(word), all + WordWeights.SPEAKER * speaking);
    }
  }

  private void put(String key, float frequency) {
    counts.put(key, shortened(WordScore.count(frequency, length)));
  }

  /** Four digits that are kept as the same. */
  static double shortened(float count) {
    float midst = Float.intBitsToFloat(Float.floatToIntBits(count) + HALF);
    return new BigDecimal(midst).round(DIGITS).doubleValue();
  }
}
