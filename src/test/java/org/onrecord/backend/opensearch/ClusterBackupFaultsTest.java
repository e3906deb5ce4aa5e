package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.Await;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.Generation;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whatever happens to backups and restores on a cluster, it hinders nobody for long. */
@Isolated("a node copies one snapshot at a time, whoever has it made")
class ClusterBackupFaultsTest extends BackedUpArchive {
  /** At which a snapshot of so much takes longer than anybody waits. */
  private static final String SLOW = "100kb";

  private static final int MUCH = 2_000_000;

  /** The archive's snapshots go into a repository that takes them slowly. */
  private SnapshotRepository slowly() throws IOException {
    addMuch();
    SnapshotRepository slow = new SnapshotRepository(epochs.cluster(), registered(SLOW));
    name(folder, epochs.documents(), slow.name());
    return slow;
  }

  private void addMuch() throws IOException {
    byte[] much = new byte[MUCH];
    new Random(3).nextBytes(much);
    epochs.side(0).create("much", JsonNodeFactory.instance.objectNode().put("much", much));
  }

  /** The second backup waits for the first, and writers for neither. */
  @Test
  void nobodyWaitsWhileASnapshotIsCopied() throws Exception {
    SnapshotRepository slow = slowly();
    BackupFolder others = new BackupFolder(home.resolve("others"), InstantSource.system());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Generation> one = threads.submit(this::backup);
      String first = begun(slow, List.of());
      Future<Generation> other = threads.submit(() -> of(folder, others).add().generation());
      write(1);
      write(2);
      assertFalse(one.isDone() || other.isDone(), "both were committed meanwhile");
      assertEquals(List.of(first), TestRepositories.snapshots(slow.name()));
      slow.delete(first);
      assertEnds(one, slow.name());
      String second = begun(slow, List.of(first));
      write(3);
      slow.delete(second);
      assertEnds(other, slow.name());
    }
    assertEquals(3, round(epochs));
    assertEquals(List.of(), backups().ids());
  }

  /** The name of a snapshot that has begun, and is none of some others. */
  private static String begun(SnapshotRepository in, List<String> others) {
    List<String> begun = new ArrayList<>();
    Await.until(
        () -> {
          begun.addAll(TestRepositories.snapshots(in.name()));
          begun.removeAll(others);
          return !begun.isEmpty();
        },
        "no snapshot is begun");
    return begun.getFirst();
  }

  private static void assertEnds(Future<?> program, String part) {
    ExecutionException fault =
        assertThrows(ExecutionException.class, () -> program.get(60, TimeUnit.SECONDS));
    assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
  }

  /** {@code -Donrecord.kills=N} sets how many. */
  @Test
  void whoIsKilledHindersNobodyForLong() throws Exception {
    SnapshotRepository slow = slowly();
    int kills = Integer.getInteger("onrecord.kills", 1);
    for (int i = 1; i <= kills; i++) {
      List<String> left = TestRepositories.snapshots(slow.name());
      Process program = program(KilledBackup.class, folder);
      begun(slow, left);
      program.waitFor((i - 1) * 137L % 900, TimeUnit.MILLISECONDS);
      assertTrue(program.isAlive(), "it was killed before it ended");
      program.destroyForcibly().waitFor();
      write(i);
      assertEquals(List.of(), backups().ids());
    }
    name(folder, epochs.documents(), repository);
    Generation next = backup();
    assertEquals(List.of(), TestRepositories.snapshots(slow.name()), "what was left is deleted");
    assertEquals(List.of(snapshot(next)), TestRepositories.snapshots(repository));
    assertEquals(kills, round(restored(backups(), next)));
  }

  @Test
  void aRestoreThatWasCutOffIsBegunAnew() throws IOException {
    Generation generation = backup();
    Path into = folder("restored");
    Epochs there = ClusterFile.in(into).orElseThrow().epochs();
    // As who is killed in the midst of it leaves it.
    ClusterLease dead =
        new SnapshotRestoring(
                there, new SnapshotRepository(there.cluster(), repository), KilledWriter.TERMS)
            .lease();
    assertTrue(dead.take());
    assertRefused("is under way", () -> of(into, backups()).restore(generation, false).isEmpty());
    assertTrue(dead.note("begun"));
    dead.abandon();
    there.index(7).create(IndexDefinition.control(0));
    String told = of(into, backups()).restore(generation, false).getFirst();
    assertTrue(told.contains("had left " + there.index(7).name()), told);
    assertEquals(documents(epochs), documents(there));
    for (String gone : List.of("-7", "-restoring", "-restored")) {
      assertFalse(new DocumentsIndex(there.cluster(), there.documents() + gone).isThere());
    }
  }

  private Process program(Class<?> main, Path archive) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            archive.toString(),
            home.resolve("backups").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Whenever it is killed there is no archive, or all of it; and whoever restores next does so.
   * {@code -Donrecord.kills=N} sets how many.
   */
  @Test
  void nothingHalfIsServedOfARestoreThatIsKilled() throws Exception {
    addMuch();
    Generation generation = backup();
    String slow = registeredReading("1mb");
    Random random = new Random(9);
    int kills = Integer.getInteger("onrecord.kills", 1);
    int whole = 0;
    @Nullable Path into = null;
    for (int i = 0; i < kills; i++) {
      if (into == null) {
        into = folder("restored " + i);
        name(into, ClusterFile.in(into).orElseThrow().prefix(), slow);
      }
      try (Epochs there = ClusterFile.in(into).orElseThrow().epochs()) {
        killed(into, random.nextInt(kills == 1 ? 1_500 : 9_000));
        if (there.isThere()) {
          assertEquals(documents(epochs), documents(there));
          whole++;
          into = null;
        }
      }
    }
    System.out.println(kills + " restores were killed, " + whole + " when all was there");
    if (into != null) {
      name(into, ClusterFile.in(into).orElseThrow().prefix(), repository);
      try (Epochs there = ClusterFile.in(into).orElseThrow().epochs()) {
        of(into, backups()).restore(generation, false);
        assertEquals(documents(epochs), documents(there));
        assertEquals(List.of(), problems(there));
      }
    }
  }

  /** Restores in a program that is killed so many ms after it began to, unless it has ended. */
  private void killed(Path into, int after) throws Exception {
    Process program = program(KilledRestore.class, into);
    try (BufferedReader output = program.inputReader()) {
      assertEquals("BEGUN", output.readLine());
      program.waitFor(after, TimeUnit.MILLISECONDS);
      program.destroyForcibly().waitFor();
    }
  }
}
