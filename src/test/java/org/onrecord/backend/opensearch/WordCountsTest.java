package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.WordStems;
import org.onrecord.backend.lucene.query.WordScore;
import org.onrecord.backend.opensearch.search.CountKeys;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WordCountsTest {
  private static final int LENGTH = 40;

  private static ObjectNode passage() {
    ObjectNode passage = JsonNodeFactory.instance.objectNode();
    passage.put(Fields.TEXT, "vote \u0002 vote for harbour vat\u0001v.a.t");
    passage.put(Fields.EXACT, "voted \u0002 votes for harbour vat\u0001v.a.t");
    passage.putArray(Fields.SPEAKER).add("ada bell").add("ben votes");
    passage.put(Fields.MENTION, "cleo bell");
    passage.put(Fields.TITLE, "vote river");
    passage.put(ClusterFields.LENGTH, LENGTH);
    return passage;
  }

  private static final ObjectNode COUNTS = WordCounts.of(passage(), new WordStems()::of);

  private static void assertCounts(double frequency, String key) {
    double expected = WordCounts.shortened(WordScore.count((float) frequency, LENGTH));
    assertEquals(expected, COUNTS.path(key).asDouble(), key);
  }

  @Test
  void wordCountsByAllThatHoldsIt() {
    assertCounts(2 + 4, CountKeys.stem("vote"));
    assertCounts(2 + 4 + .5, CountKeys.word("voted"));
    assertCounts(2 + 4 + .5 + 1, CountKeys.word("votes"));
    assertCounts(2 + 4 + .5 + 3, CountKeys.spoken("votes"));
    assertCounts(1 + 1, CountKeys.word("bell"));
    assertCounts(3 + 1, CountKeys.spoken("bell"));
    assertCounts(1, CountKeys.word("cleo"));
    assertCounts(4, CountKeys.headline("river"));
    assertCounts(1.5, CountKeys.word("v.a.t"));
  }

  @Test
  void whatNothingFindsHasNoCount() {
    assertFalse(COUNTS.has(CountKeys.stem("river")));
    assertFalse(COUNTS.has(CountKeys.word("river")));
    assertFalse(COUNTS.has(CountKeys.headline("vote")));
    assertFalse(COUNTS.has(CountKeys.spoken("harbour")));
    assertTrue(COUNTS.propertyNames().stream().noneMatch(key -> key.contains(".")));
    assertEquals(
        Set.of("svote", "sfor", "sharbour", "svat", "sv\u0003a\u0003t"),
        Set.copyOf(COUNTS.propertyNames().stream().filter(k -> k.startsWith("s")).toList()));
  }

  /** Lucene's FeatureField keeps a count's upper bits. */
  @Test
  void whatIsWrittenIsKeptAsTheSame() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      float count = WordScore.count(.5f + random.nextInt(200) / 2f, random.nextInt(2_000));
      float kept = (float) WordCounts.shortened(count);
      assertEquals(Float.floatToIntBits(count) >>> 15, Float.floatToIntBits(kept) >>> 15);
    }
  }
}
