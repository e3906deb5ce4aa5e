package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which node is asked. */
class ClusterNodesTest {
  private static final URI ONE = URI.create("http://one.example:9200");
  private static final URI TWO = URI.create("http://two.example:9200");
  private static final URI THREE = URI.create("http://three.example:9200");

  /** Just before it overflows, as it may. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

  private ClusterNodes nodes(URI... hosts) {
    return new ClusterNodes(List.of(hosts), now::get);
  }

  private static List<URI> next(ClusterNodes nodes, int count) {
    return Stream.generate(nodes::next).limit(count).toList();
  }

  @Test
  void eachIsAskedInTurn() {
    assertEquals(List.of(ONE, TWO, THREE, ONE), next(nodes(ONE, TWO, THREE), 4));
  }

  @Test
  void aSilentOneIsLeftAloneAndThenTriedOnce() {
    ClusterNodes nodes = nodes(ONE, TWO);
    nodes.silent(ONE);
    assertEquals(List.of(TWO, TWO, TWO), next(nodes, 3));
    assertTrue(nodes.hasOther(ONE));
    assertFalse(nodes.hasOther(TWO));
    now.addAndGet(Duration.ofSeconds(11).toNanos());
    assertEquals(1, next(nodes, 4).stream().filter(ONE::equals).count(), "one request tries it");
    nodes.answered(ONE);
    assertEquals(2, next(nodes, 4).stream().filter(ONE::equals).count());
  }

  @Test
  void whatStaysSilentIsTriedLessOften() {
    ClusterNodes nodes = nodes(ONE, TWO);
    nodes.silent(ONE);
    int tried = 0;
    for (int second = 0; second < 3_600; second++) {
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      if (next(nodes, 2).contains(ONE)) {
        nodes.silent(ONE);
        tried++;
      }
    }
    assertTrue(tried > 10 && tried < 20, tried + " times in an hour");
  }

  @Test
  void whereAllAreSilentTheyAreAskedInTurn() {
    ClusterNodes nodes = nodes(ONE, TWO);
    nodes.silent(ONE);
    now.addAndGet(1);
    nodes.silent(TWO);
    assertEquals(List.of(ONE, TWO, ONE, TWO), next(nodes, 4));
    ClusterNodes alone = nodes(ONE);
    alone.silent(ONE);
    assertEquals(List.of(ONE, ONE), next(alone, 2));
  }
}
