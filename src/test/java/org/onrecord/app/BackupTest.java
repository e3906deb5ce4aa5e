package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.search.SampleArticle;

/** Backups as a person makes them, and brings them back. */
class BackupTest {
  @TempDir private Path home;
  private Path index;
  private Path backups;

  @BeforeEach
  void fill() throws IOException {
    index = home.resolve("index");
    backups = home.resolve("backups");
    try (LuceneArchive archive = LuceneArchive.open(index)) {
      put(archive, "a", "The bridge is open.");
      archive.commit();
    }
    Files.writeString(index.resolve("audit.jsonl"), "{\"at\":\"x\"}\n{\"at\":\"torn");
    Files.writeString(index.resolve(".gitkeep"), "");
  }

  private static void put(LuceneArchive archive, String id, String text) throws IOException {
    SampleArticle article = SampleArticle.article(id).paragraph(text).said(text, "Ruth Alder", "");
    archive.put(article.archived());
  }

  private ProgramRun run(String... args) {
    return ProgramRun.of(home, args);
  }

  private String done(String... args) {
    ProgramRun run = run(args);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private void assertFails(String says, String... args) {
    ProgramRun run = run(args);
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains(says), run.err());
  }

  private String backup() {
    return done("backup", backups.toString());
  }

  private List<String> ids() {
    return done("backup", backups.toString(), "--list")
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  @Test
  void secondBackupCopiesOnlyWhatIsNew() throws IOException {
    assertTrue(backup().contains("is backed up as "));
    assertTrue(backup().contains("(new: 0 files, 0.0 kB)"));
    try (LuceneArchive archive = LuceneArchive.open(index)) {
      put(archive, "b", "The ferry sails.");
      archive.commit();
    }
    String third = backup();
    assertTrue(third.contains("(new: 4 files, "), third);
    assertEquals(3, ids().size());
    String checked = done("check", "--backup", backups.toString());
    assertTrue(checked.contains("backups is sound: 3 backups"), checked);
  }

  @Test
  void restoredIndexIsTheOneThatWasBackedUp() throws IOException {
    done("keys", "add", "desk", "--role", "reader");
    backup();
    String first = ids().getFirst();
    try (LuceneArchive archive = LuceneArchive.open(index)) {
      put(archive, "b", "The ferry sails.");
      archive.commit();
    }
    backup();
    Path restored = home.resolve("restored");
    ProgramRun run =
        run("restore", backups.toString(), "--from", first, "--index", restored.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("API keys were left out"), run.err());
    assertFalse(Files.exists(restored.resolve("keys.jsonl")));
    assertEquals("{\"at\":\"x\"}\n", Files.readString(restored.resolve("audit.jsonl")));
    String sound = done("check", "--index", restored.toString());
    assertTrue(sound.contains("1 article, 1 paragraph, 1 quotation"), sound);
    Path withKeys = home.resolve("with-keys");
    done("restore", backups.toString(), "--keys", "--index", withKeys.toString());
    assertTrue(done("keys", "list", "--index", withKeys.toString()).contains("desk"));
    assertTrue(done("check", "--index", withKeys.toString()).contains("2 articles"));
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    backup();
    assertFails("index is not empty, and restore writes over nothing", "restore", "" + backups);
    Files.move(index, home.resolve("index.old"));
    Files.createDirectory(index);
    Files.writeString(index.resolve(".gitkeep"), "");
    done("restore", backups.toString());
    assertTrue(Files.exists(index.resolve(".gitkeep")));
    assertTrue(done("check").contains("1 article"));
    Files.writeString(home.resolve("file"), "");
    assertFails("is a file", "restore", "" + backups, "--index", "" + home.resolve("file"));
    try (Stream<Path> left = Files.list(home)) {
      assertTrue(left.noneMatch(f -> f.getFileName().toString().contains("restoring")));
    }
  }

  @Test
  void folderOfOtherThingsIsNoFolderOfBackups() throws IOException {
    Files.createDirectory(backups);
    Files.writeString(backups.resolve("letter.txt"), "Dear all");
    assertFails("holds other things than backups", "backup", backups.toString());
    assertFails("there are no backups in", "restore", backups.toString());
    assertFails("there are no backups in", "check", "--backup", home.resolve("no").toString());
    assertFails("There is no index in", "backup", "" + home.resolve("b"), "--index", "none");
  }

  @Test
  void damagedBackupIsNotRestored() throws IOException {
    backup();
    Path target = home.resolve("target");
    List<Path> stored;
    try (Stream<Path> all = Files.walk(backups)) {
      stored = all.filter(Files::isRegularFile).filter(f -> f.toFile().length() > 0).toList();
    }
    assertTrue(stored.size() > 4, stored::toString);
    for (Path file : stored) {
      byte[] whole = Files.readAllBytes(file);
      for (int at : new int[] {0, whole.length / 2, whole.length - 2}) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 1;
        Files.write(file, flipped);
        String name = file.getFileName().toString();
        assertFails(name, "restore", backups.toString(), "--index", target.toString());
        assertFails(name, "check", "--backup", backups.toString());
      }
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
      assertFails("damaged", "restore", backups.toString(), "--index", target.toString());
      Files.write(file, whole);
      assertFalse(Files.exists(target), file::toString);
    }
    Files.delete(stored.getFirst());
    assertTrue(run("restore", backups.toString(), "--index", target.toString()).code() == 1);
    assertFalse(Files.exists(target));
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    backup();
    for (String id : List.of("b", "c")) {
      try (LuceneArchive archive = LuceneArchive.open(index)) {
        put(archive, id, "The ferry " + id + " sails.");
        archive.commit();
      }
      backup();
    }
    long before = size();
    List<String> ids = ids();
    String said = done("backup", backups.toString(), "--keep", "2");
    assertTrue(said.contains("Taken away: " + ids.get(0) + ", " + ids.get(1)), said);
    assertEquals(ids.get(2), ids().getFirst());
    assertTrue(size() < before, before + " became " + size());
    done("check", "--backup", backups.toString());
    assertEquals(2, run("backup", backups.toString(), "--keep", "0").code());
  }

  private long size() throws IOException {
    try (Stream<Path> all = Files.walk(backups)) {
      return all.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  /** Every backup holds what was committed at one moment, however much is written meanwhile. */
  @Test
  void backupAndCheckGoOnWhileOthersWrite() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Integer> writing = thread.submit(() -> write(enough));
      try {
        for (int i = 0; i < 12; i++) {
          backup();
          String sound = done("check");
          assertTrue(sound.contains("index is sound"), sound);
        }
      } finally {
        enough.set(true);
      }
      assertTrue(writing.get() > 12, "too few commits: " + writing.get());
    }
    long articles = 0;
    for (String id : ids()) {
      Path restored = home.resolve("restored-" + id);
      done("restore", backups.toString(), "--from", id, "--index", restored.toString());
      String sound = done("check", "--index", restored.toString());
      long now = Long.parseLong(sound.replaceAll("(?s).*sound: ([0-9,]+) article.*", "$1"));
      assertTrue(now >= articles, id + " has " + now + ", an earlier one " + articles);
      articles = now;
    }
    assertTrue(articles > 1);
  }

  /** Commits often, so that files come and go; the number of articles only grows. */
  private int write(AtomicBoolean enough) throws IOException {
    int commits = 0;
    while (!enough.get()) {
      try (LuceneArchive archive = LuceneArchive.open(index)) {
        for (int i = 0; i < 5; i++) {
          put(archive, "n" + commits, "Ferry number " + commits + " sails.");
          put(archive, "n" + commits / 2, "Ferry number " + commits + " sails again.");
          archive.commit();
          commits++;
        }
      }
    }
    return commits;
  }

  @Test
  void checkTellsItAsJson() {
    String json = done("check", "--json");
    assertTrue(
        json.contains("\"articles\":1,\"paragraphs\":1,\"quotations\":1")
            && json.contains("\"sound\":true,\"problems\":[]"),
        json);
  }

  @Test
  void filesBesideTheIndexAreCheckedToo() throws IOException {
    Files.writeString(index.resolve("corrections.jsonl"), "{\"at\":\n");
    Files.writeString(index.resolve("keys.jsonl"), "no key\n");
    ProgramRun run = run("check");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("corrections.jsonl, line 1: "), run.err());
    assertTrue(run.err().contains("keys.jsonl, line 1 is no key"), run.err());
  }
}
