package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;

/** One archive by several services: a standby that follows, and two on one folder. */
class StandbyTest {
  @TempDir private Path home;
  private Path index;
  private Path standby;
  private Path backups;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void places() {
    index = home.resolve("news");
    standby = home.resolve("standby");
    backups = home.resolve("backups");
  }

  @Test
  void standbyFollowsWhileItIsServed() throws Exception {
    take("a");
    bringForward();
    try (ServedProgram served = serve(standby)) {
      assertEquals(1, articles(served));
      for (String id : List.of("b", "c", "d")) {
        take(id);
        done(
            "people",
            "rename",
            "tom-birch",
            "Tom B. " + id,
            "--by",
            "R. Elm",
            "--index",
            "" + index);
        bringForward();
        int expected = 2 + List.of("b", "c", "d").indexOf(id);
        Await.until(
            () -> articles(served) == expected, Duration.ofSeconds(10), () -> id + " never comes");
        assertTrue(get(served, "/api/v1/search?q=ferry").contains("Tom B. " + id));
      }
    }
    assertTrue(done("check", "--index", "" + standby).contains("is sound: 4 articles"));
    String again = done("restore", "" + backups, "--into", "--index", "" + standby);
    assertTrue(again.contains("0 files new"), again);
  }

  @Test
  void standbyThatWasWrittenToIsLeftAlone() throws Exception {
    take("a");
    bringForward();
    done("index", "" + article("own"), "--index", "" + standby);
    take("b");
    done("backup", "" + backups, "--index", "" + index);
    ProgramRun run =
        ProgramRun.of(home, "restore", "" + backups, "--into", "--index", "" + standby);
    assertEquals(1, run.code());
    assertTrue(run.err().contains("is no standby any more"), run.err());
    assertTrue(done("check", "--index", "" + standby).contains("is sound: 2 articles"));
    ProgramRun other =
        ProgramRun.of(home, "restore", "" + backups, "--into", "--index", "" + index);
    assertTrue(other.err().contains("is not empty"), other.err());
  }

  @Test
  void backupOfAnotherIndexIsRefused() throws Exception {
    take("a");
    bringForward();
    done("index", "" + article("x"), "--index", home + "/other");
    done("backup", "" + backups, "--index", home + "/other");
    ProgramRun run =
        ProgramRun.of(home, "restore", "" + backups, "--into", "--index", "" + standby);
    assertEquals(1, run.code());
    assertTrue(run.err().contains("of another index"), run.err());
    assertTrue(done("check", "--index", "" + standby).contains("is sound: 1 article"));
  }

  /** A proxy asks the one that answers; here, whoever is there. */
  @Test
  void oneOfTwoServicesOnAFolderIsReplacedAndNoReadFails() throws Exception {
    take("a");
    List<ServedProgram> there = new CopyOnWriteArrayList<>();
    there.add(serve(index));
    AtomicInteger reads = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicBoolean end = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!end.get()) {
                    try {
                      ServedProgram first = there.getFirst();
                      boolean good = get(first, "/api/v1/search?q=ferry").contains("Tom Birch");
                      reads.incrementAndGet();
                      failed.addAndGet(good ? 0 : 1);
                    } catch (Exception e) {
                      failed.incrementAndGet();
                    }
                  }
                });
    for (int i = 0; i < 2; i++) {
      ServedProgram next = serve(index);
      assertEquals(1, articles(next));
      ServedProgram old = there.getFirst();
      there.add(next);
      there.removeFirst();
      int before = reads.get();
      Await.until(() -> reads.get() > before + 1, Duration.ofSeconds(10), () -> "nobody reads");
      old.close();
    }
    end.set(true);
    reader.join();
    there.getFirst().close();
    assertTrue(reads.get() > 5, () -> reads + " reads");
    assertEquals(0, failed.get());
  }

  private void bringForward() {
    done("backup", "" + backups, "--index", "" + index);
    done("restore", "" + backups, "--into", "--index", "" + standby);
  }

  private Path article(String id) throws IOException {
    return Files.writeString(
        home.resolve(id + ".txt"),
        "id: %s\ndate: 2024-11-07\n\nTom Birch said the ferry %s is late.\n".formatted(id, id));
  }

  private void take(String id) throws IOException {
    done("index", "" + article(id), "--index", "" + index);
  }

  private String done(String... args) {
    ProgramRun run = ProgramRun.of(home, args);
    assertEquals(0, run.code(), () -> String.join(" ", args) + ": " + run.err());
    return run.out();
  }

  private ServedProgram serve(Path folder) {
    return ServedProgram.start(home, List.of("serve", "--index", folder.toString()));
  }

  private int articles(ServedProgram served) {
    try {
      String health = get(served, "/health");
      return Integer.parseInt(health.replaceAll(".*\"articles\":(\\d+).*", "$1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String get(ServedProgram served, String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(served.address() + path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
