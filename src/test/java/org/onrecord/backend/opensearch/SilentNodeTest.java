package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.Await;
import org.onrecord.backend.opensearch.NodeProxy.Treatment;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Nodes that answer late, not at all, or not to the end. */
@Timeout(120)
class SilentNodeTest {
  private static Epochs epochs;
  private static long round;
  private NodeProxy proxy;

  @BeforeAll
  static void fill() throws IOException {
    epochs = TestClusters.epochs();
    write(epochs);
  }

  @AfterAll
  static void clear() throws IOException {
    epochs.cluster().send("DELETE", "/%1$s-1,%1$s-control".formatted(epochs.documents()), null);
    epochs.close();
  }

  @BeforeEach
  void standBefore() throws IOException {
    proxy = new NodeProxy(OpenSearchNode.address());
  }

  @AfterEach
  void stepAside() {
    proxy.close();
  }

  /** Writes the next round. */
  private static void write(Epochs to) throws IOException {
    try (OpenSearchArchive archive = OpenSearchArchive.open(to, KilledWriter.TERMS)) {
      KilledWriter.write(archive, ++round);
    }
  }

  private static void assertLastRound(Epochs seen) throws IOException {
    assertEquals(round, BackedUpArchive.round(seen));
  }

  /** The archive as it is seen by these nodes, of which each request is answered in time. */
  private static Epochs by(Duration patience, URI... hosts) throws IOException {
    ClusterAddress address = new ClusterAddress(List.of(hosts), null, null, patience);
    return new Epochs(new Cluster(address), epochs.documents());
  }

  private static void assertSilent(Epochs asked) {
    ArchiveUnavailableException fault =
        assertThrows(ArchiveUnavailableException.class, () -> BackedUpArchive.round(asked));
    assertEquals(Reason.UNREACHABLE, fault.reason());
    assertTrue(String.valueOf(fault.getMessage()).contains("did not answer"), fault.getMessage());
  }

  @ParameterizedTest
  @EnumSource(names = {"HELD", "STALLED", "BROKEN", "CUT", "EMPTIED"})
  void whatIsNotAnsweredEndsAndIsAnsweredAfterwards(Treatment treatment) throws IOException {
    try (Epochs one = by(Duration.ofMillis(1_500), proxy.at())) {
      proxy.treat(treatment);
      assertSilent(one);
      proxy.treat(Treatment.PASSED);
      assertLastRound(one);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HELD", "STALLED", "BROKEN"})
  void anotherNodeIsAsked(Treatment treatment) throws IOException {
    try (Epochs both = by(Duration.ofSeconds(3), proxy.at(), OpenSearchNode.address())) {
      proxy.treat(treatment);
      assertLastRound(both);
      write(both);
      assertLastRound(both);
      assertEquals(1, proxy.seen().size(), "the silent one is not asked again and again");
    }
  }

  @Test
  void whatTakesLongIsWaitedForWhileTheNodeAnswers() throws Exception {
    proxy.treat(seen -> seen.path().contains("_by_query") ? Treatment.HELD : Treatment.PASSED);
    try (Epochs one = by(Duration.ofSeconds(1), proxy.at());
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<JsonNode> counted = thread.submit(() -> one.index(1).update(everything()));
      Await.until(
          () -> proxy.seen().stream().filter(seen -> seen.path().equals("/")).count() >= 3,
          "the node is not asked whether it is there");
      proxy.release();
      assertTrue(counted.get(60, TimeUnit.SECONDS).path("total").asLong() > 0);
      proxy.treat(Treatment.HELD);
      ArchiveUnavailableException fault =
          assertThrows(ArchiveUnavailableException.class, () -> one.index(1).update(everything()));
      assertEquals(Reason.UNREACHABLE, fault.reason(), "and no longer");
    }
  }

  private static JsonNode everything() {
    return JsonNodeFactory.instance
        .objectNode()
        .set("script", JsonNodeFactory.instance.objectNode().put("source", "ctx.op = 'noop'"));
  }

  /** A node that was silent does what it was asked when others have changed what it asks for. */
  @Test
  void whatArrivesLateDoesNoHarm() throws IOException {
    try (NodeProxy other = new NodeProxy(OpenSearchNode.address());
        Epochs both = by(Duration.ofSeconds(3), proxy.at(), other.at())) {
      AtomicInteger held = new AtomicInteger();
      proxy.treat(
          seen ->
              seen.path().contains("/_bulk")
                      && seen.body().contains(KilledWriter.id(0).value())
                      && held.getAndIncrement() == 0
                  ? Treatment.HELD
                  : Treatment.PASSED);
      while (held.get() == 0) {
        write(both);
      }
      assertLastRound(epochs);
      write(epochs);
      proxy.release();
      epochs.index(1).refresh();
      assertLastRound(epochs);
      assertEquals(List.of(), BackedUpArchive.problems(epochs));
    }
  }

  /** {@code -Donrecord.rounds=N} sets how many. */
  @Test
  void nothingIsLostOrDoubledByAnswersThatAreLost() throws IOException {
    Random random = new Random(5);
    List<Treatment> losing =
        List.of(Treatment.BROKEN, Treatment.CUT, Treatment.EMPTIED, Treatment.TOO_MUCH);
    proxy.treat(
        _ -> random.nextInt(5) > 0 ? Treatment.PASSED : losing.get(random.nextInt(losing.size())));
    try (Epochs one = by(ClusterAddress.PATIENCE, proxy.at())) {
      for (int i = 0; i < Integer.getInteger("onrecord.rounds", 2); i++) {
        write(one);
        assertLastRound(epochs);
      }
    }
    assertEquals(List.of(), BackedUpArchive.problems(epochs));
  }
}
