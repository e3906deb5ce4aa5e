package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.Await;
import org.slf4j.LoggerFactory;

/** What goes wrong around a service: a folder that cannot be written, others who write. */
@Isolated("it reads what is logged")
final class FaultsTest {
  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void seed() throws IOException {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(home.resolve("seeds/a.txt"), "date 2024-11-07\n\nIt is open, he said.\n");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void folderThatCannotBeWrittenIsToldAndReadOn() throws Exception {
    Path index = Files.createDirectory(home.resolve("index"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", index.toString()),
        "not tested on a read-only file system: mounting one is not allowed here");
    try (ServedProgram served =
        ServedProgram.start(home, List.of("serve", "--min-free-disk", "1"))) {
      assertEquals(201, put(served, "before").statusCode());
      Await.until(
          () -> run("mount", "-o", "remount,ro", index.toString()), "the index is never left");
      HttpResponse<String> refused = put(served, "meanwhile");
      assertEquals(503, refused.statusCode(), refused.body());
      assertTrue(refused.body().contains("The index cannot be written"), refused.body());
      assertTrue(refused.headers().firstValue("Retry-After").isPresent());
      assertEquals(200, get(served, "/api/v1/articles/before"));
      assertEquals(404, get(served, "/api/v1/articles/meanwhile"));
      assertTrue(run("mount", "-o", "remount,rw", index.toString()));
      assertEquals(201, put(served, "after").statusCode());
    } finally {
      run("umount", "-l", index.toString());
    }
  }

  @Test
  void serviceAndCommandWriteInTurn() throws Exception {
    Path more =
        Files.writeString(home.resolve("more.txt"), "date 2024-11-08\n\nIt shut, she said.\n");
    AtomicBoolean end = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    try (ServedProgram served = ServedProgram.start(home, List.of("serve"));
        ServedProgram other = ServedProgram.start(home, List.of("serve"))) {
      Thread writing =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!end.get()) {
                      try {
                        assertEquals(201, put(served, "w" + written.get()).statusCode());
                        written.incrementAndGet();
                      } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }
                  });
      Await.until(() -> written.get() >= 3 || !writing.isAlive(), "nothing is written");
      ProgramRun index = ProgramRun.of(home, "index", more.toString());
      assertEquals(0, index.code(), index.err());
      assertEquals(201, put(other, "by-the-other").statusCode());
      end.set(true);
      writing.join();
      for (ServedProgram each : List.of(served, other)) {
        for (String id : List.of("more", "by-the-other", "w" + (written.get() - 1))) {
          Await.until(() -> get(each, "/api/v1/articles/" + id) == 200, id + " is not seen");
        }
      }
    }
    assertEquals(0, ProgramRun.of(home, "check").code());
  }

  @Test
  void portThatAnotherHasIsToldWithWhatToDo() throws IOException {
    assertEquals(0, ProgramRun.of(home, "index", "src/docs/examples/articles").code());
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      ProgramRun serve = ProgramRun.of(home, "serve", "--port", port);
      assertEquals(1, serve.code());
      assertTrue(
          serve
              .err()
              .contains("port " + port + ": another program does already. Name another port"),
          serve.err());
    }
  }

  /** The texts of the first article, in the file in which the service has them open. */
  @Test
  void damageThatASearchMeetsIsToldAndOtherSearchesGoOn() throws Exception {
    Path index = home.resolve("index");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger("org.onrecord");
    root.addAppender(log);
    try (ServedProgram served = ServedProgram.start(home, List.of("serve"))) {
      assertEquals(201, put(served, "whole").statusCode());
      assertEquals(200, get(served, "/api/v1/articles/a"));
      Path damaged = damageTexts(index);
      for (String path : List.of("/api/v1/articles/a", "/api/v1/search?q=open")) {
        HttpResponse<String> answer = ask(served, path);
        assertEquals(500, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("The index is damaged"), answer.body());
        assertTrue(!answer.body().contains(index.toString()), answer.body());
      }
      assertEquals(200, get(served, "/api/v1/articles/whole"));
      assertEquals(200, get(served, "/api/v1/search?q=pier"));
      HttpResponse<String> ready = ask(served, "/health/ready");
      assertEquals(200, ready.statusCode());
      assertTrue(ready.body().contains("\"damaged\":true"), ready.body());
      assertEquals(201, put(served, "more").statusCode());
      String file = String.valueOf(damaged.getFileName());
      Await.until(
          () -> log.list.stream().anyMatch(e -> e.getFormattedMessage().contains("These files")),
          "the damaged files are never told");
      assertEquals(
          3,
          log.list.stream().filter(e -> e.getFormattedMessage().contains(file)).count(),
          log.list::toString);
    } finally {
      root.detachAppender(log);
    }
    ProgramRun check = ProgramRun.of(home, "check");
    assertEquals(1, check.code(), check.out());
  }

  private static Path damageTexts(Path index) throws IOException {
    byte[] texts = "Lucene90StoredFieldsFastData".getBytes(StandardCharsets.US_ASCII);
    try (Stream<Path> files = Files.list(index)) {
      Path file =
          files.filter(f -> f.toString().endsWith(".cfs")).sorted().findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      int at = 0;
      while (!Arrays.equals(bytes, at, at + texts.length, texts, 0, texts.length)) {
        at++;
      }
      byte[] noise = new byte[60];
      Arrays.fill(noise, (byte) 0xFF);
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        out.seek(at + texts.length + 22L);
        out.write(noise);
      }
      return file;
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private int get(ServedProgram served, String path) throws IOException, InterruptedException {
    return ask(served, path).statusCode();
  }

  private HttpResponse<String> ask(ServedProgram served, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> put(ServedProgram served, String id)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(
                BodyPublishers.ofString(
                    "{\"date\":\"2024-11-07\",\"body\":\"The pier is late, Tom Birch said.\"}"))
            .build(),
        BodyHandlers.ofString());
  }
}
