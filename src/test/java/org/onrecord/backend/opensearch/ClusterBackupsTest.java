package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.Await;
import org.onrecord.access.Role;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.Generation;
import tools.jackson.databind.JsonNode;

/** An archive on a cluster goes into backups and comes back. */
@Isolated("a node copies one snapshot at a time, whoever has it made")
class ClusterBackupsTest extends BackedUpArchive {
  @Test
  void whatIsRestoredIsTheArchiveAsItWas() throws IOException {
    SideIndex side = epochs.side(0);
    side.keys(InstantSource.system()).add("desk", Role.READER);
    side.audit(InstantSource.system())
        .add("desk", "::1", "PUT", "/articles/a", 200, "r", Optional.empty());
    Files.writeString(folder.resolve("alerts.jsonl"), "{}\n");
    Generation generation = backup();
    Map<String, JsonNode> before = documents(epochs);
    write(1);
    assertEquals(List.of(), of(folder, backups()).verify(generation));
    Path into = folder("restored");
    assertEquals(
        List.of(ArchiveBackups.KEYS_LEFT_OUT), of(into, backups()).restore(generation, false));
    Epochs there = ClusterFile.in(into).orElseThrow().epochs();
    assertEquals(before, documents(there));
    assertFalse(before.isEmpty());
    assertEquals(List.of(), problems(there));
    assertEquals("{}\n", Files.readString(into.resolve("alerts.jsonl")));
    assertEquals(List.of(), there.side(0).keys(InstantSource.system()).keys());
    assertEquals(Set.of(there.index(1).name()), there.named());
    assertEquals(null, there.control().read().value().turn(), "nobody's turn comes back");
    Path withKeys = folder("with keys");
    assertEquals(List.of(), of(withKeys, backups()).restore(generation, true));
    Epochs keyed = ClusterFile.in(withKeys).orElseThrow().epochs();
    assertEquals(1, keyed.side(0).keys(InstantSource.system()).keys().size());
    try (OpenSearchArchive archive = OpenSearchArchive.open(there, KilledWriter.TERMS)) {
      KilledWriter.write(archive, 2);
    }
    assertEquals(2, round(there), "it is written on");
    assertEquals(1, round(epochs));
    assertRefused(
        "writes over nothing", () -> of(into, backups()).restore(generation, false).isEmpty());
    assertEquals(2, round(there));
  }

  @Test
  void backupsMadeWhileOthersWriteAreEachOfOneMoment() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    AtomicLong committed = new AtomicLong();
    List<Generation> made = new ArrayList<>();
    List<Long> atLeast = new ArrayList<>();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Long> writing =
          thread.submit(
              () -> {
                while (!enough.get()) {
                  write(committed.get() + 1);
                  committed.incrementAndGet();
                }
                return committed.get();
              });
      try {
        for (int i = 0; i < 2; i++) {
          long seen = committed.get();
          Await.until(() -> committed.get() > seen || writing.isDone(), "nobody writes");
          atLeast.add(committed.get());
          made.add(backup());
        }
      } finally {
        enough.set(true);
      }
      assertTrue(writing.get() >= 2);
    }
    for (int i = 0; i < made.size(); i++) {
      Epochs there = restored(backups(), made.get(i));
      assertEquals(List.of(), problems(there));
      assertTrue(round(there) >= atLeast.get(i), round(there) + " after " + atLeast);
    }
  }

  @Test
  void onlyTheNewestAreKeptAndOneThatSomebodyDeletedIsTold() throws IOException {
    Generation generation = backup();
    new SnapshotRepository(epochs.cluster(), repository).delete(snapshot(generation));
    String told = of(folder, backups()).verify(generation).getFirst();
    assertTrue(told.contains("is not there any more"), told);
    Path into = folder("restored");
    assertRefused(
        "is not there any more", () -> of(into, backups()).restore(generation, false).isEmpty());
    assertFalse(ClusterFile.in(into).orElseThrow().epochs().isThere());
    Generation next = backup();
    Generation newest = backup();
    assertEquals(List.of(generation.id(), next.id()), of(folder, backups()).prune(1));
    assertEquals(List.of(snapshot(newest)), TestRepositories.snapshots(repository));
    assertEquals(List.of(), of(folder, backups()).verify(newest));
  }

  @Test
  void indexesOfOthersAreLeftAlone() throws IOException {
    Generation generation = backup();
    Path into = folder("restored");
    Epochs there = ClusterFile.in(into).orElseThrow().epochs();
    there.index(1).create(IndexDefinition.control(0));
    assertRefused(
        "there are indexes " + there.index(1).name(),
        () -> of(into, backups()).restore(generation, false).isEmpty());
    assertTrue(there.index(1).isThere());
    assertEquals(0, pointer(generation).indexes().indexOf(epochs.index(1).name()));
  }

  @Test
  void aRepositoryIsNamedAndThere() throws IOException {
    Path file = folder.resolve(ClusterFile.NAME);
    String lines = Files.readString(file);
    Files.writeString(file, lines.replace("repository = " + repository, ""));
    assertRefused("add repository = NAME", () -> backup() == null);
    Files.writeString(file, lines.replace("repository = ", "repository = no-"));
    assertRefused("has no repository of snapshots no-", () -> backup() == null);
    Path unwritten = folder("unwritten");
    assertRefused("there is no archive", () -> of(unwritten, backups()).add().generation() == null);
  }
}
