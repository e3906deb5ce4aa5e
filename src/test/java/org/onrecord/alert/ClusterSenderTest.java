package org.onrecord.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.Await;
import org.onrecord.backend.opensearch.OpenSearchNode;
import org.onrecord.backend.opensearch.TestClusters;
import org.onrecord.search.ArchiveUnavailableException;

/** Of the services on a cluster one sends, and what it leaves is there for the next. */
@Isolated("it interrupts every lease")
class ClusterSenderTest {
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final String prefix = OpenSearchNode.prefix();

  private SenderState sender() throws IOException {
    return TestClusters.sender(prefix, SILENCE);
  }

  @Test
  void oneAtATimeSends() throws IOException {
    SenderState one = sender();
    SenderState other = sender();
    assertTrue(one.lock().take());
    assertFalse(other.lock().take());
    assertFalse(other.lock().isHeld());
    one.lock().close();
    assertFalse(one.lock().isHeld());
    assertTrue(other.lock().take(), "what is given up is free at once");
    assertTrue(other.lock().isHeld());
    assertFalse(one.lock().take());
    other.lock().close();
  }

  /** A thread of the first one's goes on to beat until then. */
  @Test
  void whoIsSilentLosesItAndCanWriteNothingMore() throws Exception {
    SenderState silent = sender();
    silent.lock().take();
    assertEquals(List.of(), silent.log().take());
    silent.log().add(List.of("a", "b"));
    SenderState next = sender();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("cluster-lease")) {
        thread.interrupt();
      }
    }
    Await.until(() -> next.lock().take(), "nobody takes over");
    assertFalse(silent.lock().isHeld());
    assertEquals(List.of("a", "b"), next.log().take());
    assertThrows(ArchiveUnavailableException.class, () -> silent.log().add(List.of("late")));
    assertThrows(ArchiveUnavailableException.class, () -> silent.log().replace(List.of("late")));
    next.log().add(List.of("c"));
    assertEquals(List.of("a", "b", "c"), silent.log().read());
    next.lock().close();
  }

  @Test
  void linesAreReplacedInOneStepHoweverManyThereAre() throws IOException {
    KeptLines lines = sender().told();
    lines.take();
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      added.add("line ü " + i);
      lines.add(List.of("line ü " + i));
    }
    assertEquals(added, sender().told().read());
    List<String> many =
        IntStream.range(0, 100_000).mapToObj("a longer line %d"::formatted).toList();
    lines.replace(many);
    assertEquals(many, sender().told().read());
    lines.add(List.of("last"));
    assertEquals("last", sender().told().read().getLast());
    lines.replace(List.of());
    assertEquals(List.of(), sender().told().take());
  }
}
