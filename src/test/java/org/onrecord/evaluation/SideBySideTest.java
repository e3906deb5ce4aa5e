package org.onrecord.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.evaluation.BenchTarget.Found;
import org.onrecord.evaluation.BenchTarget.How;
import org.onrecord.search.SearchRequest;

class SideBySideTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private static SearchLog log(int searches) {
    return new SearchLog(
        IntStream.range(0, searches)
            .mapToObj(i -> new SearchLog.Entry("word", SearchRequest.of("word" + i)))
            .toList());
  }

  /** Notes what it is asked; of a word it finds as many hits as its number says, and some more. */
  private BenchTarget target(String name, long more, How how) {
    return new BenchTarget(
        name,
        true,
        request -> {
          asked.add(name + " " + request.q());
          long total = Long.parseLong(request.q().substring("word".length()));
          return new Found(new byte[7], () -> total + (total % 2 == 0 ? 0 : more), how);
        });
  }

  /** Nodes of which the first works a second between any two looks at it, the other none. */
  private static SideBySide.Nodes nodes() {
    int[] looks = {0};
    return () -> Map.of("n1", Duration.ofSeconds(looks[0]++), "n2", Duration.ofSeconds(3));
  }

  @Test
  void noSearchIsAskedTwiceButToWarmUp() throws Exception {
    List<BenchTarget> targets =
        List.of(target("one", 0, How.AS_TYPED), target("other", 0, How.AS_TYPED));
    new SideBySide(targets, nodes(), 2).run(log(12), 3, 2);
    for (String name : List.of("one", "other")) {
      List<String> of = asked.stream().filter(one -> one.startsWith(name + " ")).toList();
      assertEquals(2 * 3 + 3 * 3, of.size());
      assertEquals(12, new HashSet<>(of).size());
    }
    assertEquals(
        new TreeSet<>(IntStream.range(0, 12).mapToObj(i -> "word" + i).toList()),
        new TreeSet<>(asked.stream().map(one -> one.split(" ")[1]).toList()));
  }

  @Test
  void everyRoundHasItsRowAndEveryPairItsRatios() throws Exception {
    List<BenchTarget> targets =
        List.of(target("one", 0, How.AS_TYPED), target("other", 0, How.AS_TYPED));
    List<String> lines = new SideBySide(targets, nodes(), 1).run(log(30), 2, 1).lines();
    List<String> rows = lines.subList(2, 8);
    List<String> starts =
        List.of("1 | one", "1 | other", "2 | other", "2 | one", "median | one", "median | other");
    for (int i = 0; i < rows.size(); i++) {
      assertTrue(rows.get(i).startsWith("| " + starts.get(i) + " | "), rows.get(i));
      assertTrue(rows.get(i).endsWith(" | 100.00 0.00 | 100.00 |"), rows.get(i));
    }
    assertTrue(
        lines.contains("| processor ms of the nodes, other ÷ one | 1.00 | 1.00 1.00 |"),
        lines.toString());
    assertEquals("Totals: 20 of 20 are the same of one and other.", lines.getLast());
  }

  @Test
  void totalsThatDifferAreToldByHowTheyCameAbout() throws Exception {
    for (How how : How.values()) {
      List<BenchTarget> targets = List.of(target("one", 5, how), target("other", 0, How.AS_TYPED));
      String told = new SideBySide(targets, nodes(), 1).run(log(2), 1, 1).lines().getLast();
      List<Integer> counts =
          switch (how) {
            case AS_TYPED -> List.of(0, 0, 1);
            case OTHER_NAMES -> List.of(0, 1, 0);
            case RELAXED -> List.of(1, 0, 0);
          };
      String differing =
          "; one finds any word in %d, which nothing has all of, other names, too, in %d, and else"
              + " more in %d, fewer in 0.";
      boolean odd = asked.getLast().endsWith("1");
      assertEquals(
          odd
              ? "Totals: 0 of 1 are the same of one and other"
                  + differing.formatted(counts.toArray())
              : "Totals: 1 of 1 are the same of one and other.",
          told);
    }
  }

  @Test
  void logThatIsTooShortIsRefused() {
    SideBySide asking = new SideBySide(List.of(), nodes(), 1);
    IOException refused = assertThrows(IOException.class, () -> asking.run(log(3), 3, 1));
    assertEquals("3 searches are too few for 3 rounds and one to warm up", refused.getMessage());
  }
}
