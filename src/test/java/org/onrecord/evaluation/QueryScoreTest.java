package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryScoreTest {
  private static final double TINY = 1e-9;

  private static QueryScore score(Map<String, Integer> gains, String... ranking) {
    return QueryScore.of(new JudgedQuery("q", "?", gains), List.of(ranking), Duration.ZERO);
  }

  @Test
  void figuresAreThoseWorkedOutByHand() {
    QueryScore score = score(Map.of("a", 3, "b", 1), "x", "b", "y", "a");
    assertEquals(
        (1 / 1.5849625007 + 3 / 2.3219280949) / (3 + 1 / 1.5849625007), score.ndcg10(), TINY);
    assertEquals(0.5, score.reciprocalRank());
    assertEquals(1, score.recall100());
  }

  @Test
  void nothingFoundIsZero() {
    QueryScore score = score(Map.of("a", 1));
    assertEquals(0, score.ndcg10());
    assertEquals(0, score.reciprocalRank());
    assertEquals(0, score.recall100());
  }

  @Test
  void onlyTheFirstTenCountForGain() {
    String[] ranking = IntStream.rangeClosed(1, 11).mapToObj(i -> "d" + i).toArray(String[]::new);
    assertEquals(0, score(Map.of("d11", 1), ranking).ndcg10());
    assertEquals(1.0 / 11, score(Map.of("d11", 1), ranking).reciprocalRank(), TINY);
  }

  /** By the definition, rank by rank, in another way than the program's. */
  @Test
  void gainAgreesWithItsDefinition() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Map<String, Integer> gains = new LinkedHashMap<>();
      List<String> ranking = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        ranking.add("d" + i);
        if (i == 0 || random.nextInt(3) == 0) {
          gains.put("d" + i, 1 + random.nextInt(4));
        }
      }
      Collections.shuffle(ranking, random);
      double found = 0;
      for (int rank = 1; rank <= 10; rank++) {
        Integer gain = gains.get(ranking.get(rank - 1));
        if (gain != null) {
          found += gain / (Math.log10(rank + 1) / Math.log10(2));
        }
      }
      int[] best = gains.values().stream().mapToInt(gain -> -gain).sorted().toArray();
      double ideal = 0;
      for (int rank = 1; rank <= Math.min(10, best.length); rank++) {
        ideal -= best[rank - 1] / (Math.log10(rank + 1) / Math.log10(2));
      }
      assertEquals(
          found / ideal,
          score(gains, ranking.toArray(String[]::new)).ndcg10(),
          TINY,
          "seed " + seed);
    }
  }
}
