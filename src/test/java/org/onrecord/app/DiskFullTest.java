package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.search.SampleArticle;

/** A disk that is really full: a file system of few megabytes in memory, where one may be made. */
class DiskFullTest {
  private static final int MEGABYTES = 8;

  @TempDir private Path home;
  private Path disk;
  private Path index;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(home.resolve("disk"));
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", "" + disk) == 0,
        "no file system can be mounted here");
    index = disk.resolve("index");
  }

  @AfterEach
  void unmount() throws Exception {
    if (index != null) {
      command("umount", "-l", disk.toString());
    }
  }

  private static int command(String... words) throws Exception {
    try {
      return new ProcessBuilder(words).inheritIO().start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Leaves so many bytes. */
  private Path fill(long left) throws IOException {
    Path filler = disk.resolve("filler");
    long size = Files.getFileStore(disk).getUsableSpace() - left;
    Files.write(filler, new byte[(int) Math.max(0, size)]);
    return filler;
  }

  /** Invented words, so that an article takes room and is no copy of another. */
  private static String article(int number, int words) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder("Ruth Alder said the ferry sails.");
    for (int i = 0; i < words; i++) {
      text.append(i % 40 == 0 ? ".\\n\\nThen " : " ").append(Long.toString(random.nextLong(), 36));
    }
    return "{\"id\":\"n" + number + "\",\"date\":\"2024-11-07\",\"body\":\"" + text + "\"}\n";
  }

  private Path articles(String name, int from, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      lines.append(article(i, 2_000));
    }
    return Files.writeString(home.resolve(name), lines);
  }

  private ProgramRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--index", index.toString()));
    return ProgramRun.of(home, "", all);
  }

  private void assertSound(String articles) {
    ProgramRun check = run("check");
    assertEquals(0, check.code(), check.err());
    assertTrue(check.out().contains("is sound: " + articles + " article"), check.out());
  }

  @Test
  void indexStopsInTimeAndKeepsWhatIsIn() throws IOException {
    assertEquals(0, run("index", articles("a", 0, 5).toString(), "--min-free-disk", "1").code());
    Path filler = fill(900_000);
    ProgramRun stopped = run("index", articles("b", 5, 5).toString(), "--min-free-disk", "1");
    assertEquals(1, stopped.code());
    assertTrue(stopped.err().contains("0 of the articles are in; free some room"), stopped.err());
    assertSound("5");
    Files.delete(filler);
    assertEquals(0, run("index", home.resolve("b").toString(), "--min-free-disk", "1").code());
    assertSound("10");
  }

  @Test
  void fullDiskLosesNothingThatWasCommitted() throws IOException {
    assertEquals(0, run("index", articles("a", 0, 5).toString(), "--min-free-disk", "0").code());
    for (long left : new long[] {0, 20_000, 150_000}) {
      Path filler = fill(left);
      ProgramRun stopped = run("index", articles("b", 5, 12).toString(), "--min-free-disk", "0");
      assertEquals(1, stopped.code(), stopped.out());
      assertTrue(stopped.err().contains("the disk of the index is full"), stopped.err());
      Files.delete(filler);
      assertSound("5");
    }
    ProgramRun backup = run("backup", Files.createDirectory(disk.resolve("b")).toString());
    assertEquals(0, backup.code(), backup.err());
  }

  /** There is room for four more articles, and not for what all are merged into. */
  @Test
  void diskThatIsFullInAMergeLosesNothingThatWasCommitted() throws Exception {
    int committed = 0;
    Path filler = null;
    Throwable fault = null;
    try (LuceneArchive archive = LuceneArchive.open(index)) {
      while (fault == null && committed < 40) {
        try {
          commit(archive, committed);
          committed++;
          Await.until(archive::settled, "it merges for ever");
        } catch (IOException | IllegalStateException e) {
          fault = e;
        } catch (AssertionError e) {
          fault = Objects.requireNonNullElse(e.getCause(), e);
        }
        if (committed == 8 && filler == null) {
          long each = size() / committed;
          filler = fill(7 * each);
        }
      }
    }
    assertTrue(isFull(fault), "ended with " + fault);
    assertTrue(committed < 12, committed + " fit, so that nothing was merged");
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(index)) {
      assertEquals(committed, reader.backend().counts().articles());
    }
    Files.delete(Objects.requireNonNull(filler));
    try (LuceneArchive archive = LuceneArchive.open(index)) {
      commit(archive, committed++);
      Await.until(archive::settled, "it merges for ever");
    }
    assertSound("" + committed);
  }

  private static void commit(LuceneArchive archive, int number) throws IOException {
    SampleArticle article = SampleArticle.article("m" + number);
    Random random = new Random(number);
    for (int paragraph = 0; paragraph < 40; paragraph++) {
      StringBuilder text = new StringBuilder("Tides");
      for (int word = 0; word < 50; word++) {
        text.append(' ').append(Long.toString(random.nextLong(), 36));
      }
      article.paragraph(text + ".");
    }
    archive.put(article.archived());
    archive.commit();
  }

  private long size() throws IOException {
    long size = 0;
    try (var files = Files.newDirectoryStream(index)) {
      for (Path file : files) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static boolean isFull(@Nullable Throwable fault) {
    for (Throwable e = fault; e != null; e = e.getCause()) {
      if (String.valueOf(e.getMessage()).contains("No space left")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void backupAndReindexSayWhatTheyNeed() throws IOException {
    assertEquals(0, run("index", articles("a", 0, 10).toString(), "--min-free-disk", "0").code());
    Path filler = fill(50_000);
    ProgramRun backup = run("backup", disk.resolve("backups").toString());
    assertEquals(1, backup.code());
    assertTrue(backup.err().contains("the backup needs "), backup.err());
    ProgramRun reindex = run("reindex");
    assertEquals(1, reindex.code());
    assertTrue(reindex.err().contains("reindex needs about "), reindex.err());
    Files.delete(filler);
    assertEquals(0, run("reindex").code());
    assertSound("10");
  }

  @Test
  void serviceAnswers507AndReadsGoOnAndItRecovers() throws Exception {
    assertEquals(0, run("index", articles("a", 0, 3).toString(), "--min-free-disk", "1").code());
    Path seeds = home.resolve("a");
    try (ServedProgram served =
            ServedProgram.start(
                home,
                List.of(
                    "serve",
                    "--index",
                    "" + index,
                    "--seeds",
                    "" + seeds,
                    "--min-free-disk",
                    "1"));
        HttpClient client = HttpClient.newHttpClient()) {
      URI api = URI.create(served.address() + "/api/v1/");
      assertEquals(201, put(client, api, "x1").statusCode());
      Path filler = fill(900_000);
      HttpResponse<String> full = put(client, api, "x2");
      assertEquals(507, full.statusCode(), full.body());
      assertTrue(full.body().contains("Searches and deletions go on"), full.body());
      HttpResponse<String> many =
          client.send(
              HttpRequest.newBuilder(api.resolve("articles"))
                  .header("Content-Type", "application/x-ndjson")
                  .POST(BodyPublishers.ofString(article(100, 100) + article(101, 100)))
                  .build(),
              BodyHandlers.ofString());
      assertEquals(507, many.statusCode(), many.body());
      assertEquals(200, get(client, api.resolve("search?q=ferry")).statusCode());
      assertEquals(404, get(client, api.resolve("articles/x2")).statusCode());
      URI ready = api.resolve("/health/ready");
      assertTrue(get(client, ready).body().contains("\"writes\":false"));
      HttpRequest delete = HttpRequest.newBuilder(api.resolve("articles/x1")).DELETE().build();
      assertEquals(204, client.send(delete, BodyHandlers.ofString()).statusCode());
      Files.delete(filler);
      assertTrue(get(client, ready).body().contains("\"writes\":true"));
      assertEquals(201, put(client, api, "x2").statusCode());
      assertEquals(200, get(client, api.resolve("articles/x2")).statusCode());
    }
    assertSound("4");
  }

  private static HttpResponse<String> put(HttpClient client, URI api, String id)
      throws IOException, InterruptedException {
    String body = "{\"date\":\"2024-11-07\",\"body\":\"Tom Birch said the ferry is late.\"}";
    return client.send(
        HttpRequest.newBuilder(api.resolve("articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void folderThatCannotBeWrittenSaysSo() throws Exception {
    assertEquals(0, run("index", articles("a", 0, 2).toString(), "--min-free-disk", "1").code());
    assertEquals(0, command("mount", "-o", "remount,ro", disk.toString()));
    ProgramRun refused = run("index", home.resolve("a").toString(), "--min-free-disk", "1");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains(index.toString()), refused.err());
    assertTrue(refused.err().contains("ead-only file system"), refused.err());
    assertEquals(0, run("search", "ferry").code());
    assertSound("2");
    ProgramRun backup = run("backup", home.resolve("backups").toString());
    assertEquals(0, backup.code(), backup.err());
    assertEquals(1, run("backup", disk.resolve("backups").toString()).code());
    assertEquals(1, run("reindex").code());
  }
}
