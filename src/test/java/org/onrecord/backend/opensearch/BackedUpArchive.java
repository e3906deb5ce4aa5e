package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.onrecord.Await;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.Generation;
import org.onrecord.backup.SnapshotPointer;
import org.onrecord.people.NameSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An archive on a cluster, to be backed up, and what comes back of it. */
@ResourceLock("snapshots")
abstract class BackedUpArchive {
  private static final String FAST = "40mb";

  @TempDir Path home;
  private final List<String> prefixes = new ArrayList<>();
  private final List<String> repositories = new ArrayList<>();
  Path folder = Path.of("");
  String repository = "";
  Epochs epochs;

  @BeforeEach
  void fill() throws IOException {
    repository = registered(FAST);
    folder = folder("archive");
    epochs = ClusterFile.in(folder).orElseThrow().epochs();
    write(0);
  }

  String registered(String most) throws IOException {
    String name = TestRepositories.register(most);
    repositories.add(name);
    return name;
  }

  /** Another name of the archive's repository, from which so much comes a second. */
  String registeredReading(String most) throws IOException {
    String name = TestRepositories.registerReading(repository, most);
    repositories.add(name);
    return name;
  }

  @AfterEach
  void clear() throws IOException {
    try (Cluster cluster = TestClusters.cluster()) {
      for (String prefix : prefixes) {
        cluster.send("DELETE", "/" + prefix + "-*", null);
      }
      for (String one : repositories) {
        cluster.send("DELETE", "/_snapshot/" + one, null);
      }
    }
  }

  /** A folder that names the cluster, and a prefix that no other does. */
  Path folder(String name) throws IOException {
    String prefix = OpenSearchNode.prefix();
    prefixes.add(prefix);
    Path made = Files.createDirectories(home.resolve(name));
    name(made, prefix, repository);
    return made;
  }

  static void name(Path folder, String prefix, String repository) throws IOException {
    Files.writeString(
        folder.resolve(ClusterFile.NAME),
        "hosts = %s\nprefix = %s\nreplicas = 0\nrepository = %s\n"
            .formatted(OpenSearchNode.address(), prefix, repository));
  }

  void write(long round) throws IOException {
    try (OpenSearchArchive archive = OpenSearchArchive.open(epochs, KilledWriter.TERMS)) {
      KilledWriter.write(archive, round);
    }
  }

  BackupFolder backups() {
    return new BackupFolder(home.resolve("backups"), InstantSource.system());
  }

  ArchiveBackups of(Path archive, BackupFolder to) throws IOException {
    return ClusterFile.in(archive).orElseThrow().backups(to, archive, KilledWriter.TERMS);
  }

  Generation backup() throws IOException {
    return of(folder, backups()).add().generation();
  }

  String snapshot(Generation generation) throws IOException {
    return pointer(generation).snapshot();
  }

  SnapshotPointer pointer(Generation generation) throws IOException {
    return backups().pointer(generation).orElseThrow();
  }

  /** Restores a backup under another prefix. */
  Epochs restored(BackupFolder from, Generation generation) throws IOException {
    Path into = folder("restored " + prefixes.size());
    of(into, from).restore(generation, false);
    return ClusterFile.in(into).orElseThrow().epochs();
  }

  static List<String> problems(Epochs archive) throws IOException {
    return new ClusterIndexVerifier(
            () -> new Epochs(TestClusters.cluster(), archive.documents()), _ -> NameSource.NONE)
        .verify()
        .problems();
  }

  /** What there is in the eyes of a reader, by the documents' ids. */
  static Map<String, JsonNode> documents(Epochs archive) throws IOException {
    ClusterView view = archive.view();
    ObjectNode body = DocumentsIndex.asking(view.live()).put("size", 10_000);
    Map<String, JsonNode> documents = new TreeMap<>();
    for (JsonNode hit :
        view.cluster()
            .send("POST", "/" + view.index() + "/_search", body)
            .path("hits")
            .path("hits")) {
      documents.put(hit.path("_id").asString(), hit.path("_source"));
    }
    return documents;
  }

  /** The one round by which all articles were written. */
  static long round(Epochs archive) throws IOException {
    ClusterLookup lookup = new ClusterLookup(archive.view());
    List<Long> rounds = new ArrayList<>();
    for (int i = 0; i < KilledWriter.ARTICLES; i++) {
      String title =
          String.valueOf(
              lookup.article(KilledWriter.id(i)).orElseThrow().document().article().title());
      rounds.add(Long.parseLong(title.split(" ")[1]));
    }
    assertEquals(1, rounds.stream().distinct().count(), "all are of one round: " + rounds);
    return rounds.getFirst();
  }

  void assertRefused(String part, Await.Condition done) {
    IOException fault = assertThrows(IOException.class, done::holds);
    assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
  }
}
