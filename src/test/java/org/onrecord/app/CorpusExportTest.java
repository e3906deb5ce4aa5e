package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export of a whole archive, which {@code -Donrecord.corpus=FILE} names, amid writes. */
class CorpusExportTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path home;

  @Test
  void everyParagraphIsExportedWhileArticlesAreWritten() throws Exception {
    String corpus = System.getProperty("onrecord.corpus");
    assumeTrue(corpus != null, "no -Donrecord.corpus=FILE");
    assertEquals(0, ProgramRun.of(home, "index", corpus).code());
    try (ServedProgram served = ServedProgram.start(home, List.of("serve"));
        HttpClient client = HttpClient.newHttpClient()) {
      String search = served.address() + "/api/v1/search?copies=unfold&facets=none&size=100";
      Set<String> expected = new HashSet<>();
      JsonNode page = get(client, search + "&sort=oldest");
      long total = page.get("total").asLong();
      while (true) {
        page.get("hits").forEach(hit -> expected.add(hit.get("id").asString()));
        if (page.get("next").isNull()) {
          break;
        }
        page = get(client, search + "&sort=oldest&after=" + page.get("next").asString());
      }
      assertEquals(total, expected.size());
      for (String format : List.of("jsonl", "csv")) {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        Thread writer = new Thread(() -> write(client, served.address(), ended, written), "writer");
        HttpResponse<InputStream> export =
            client.send(
                HttpRequest.newBuilder(
                        URI.create(
                            served.address() + "/api/v1/export?copies=unfold&format=" + format))
                    .build(),
                BodyHandlers.ofInputStream());
        writer.start();
        Instant start = Instant.now();
        Set<String> exported = new HashSet<>();
        int lines = read(export.body(), format, exported);
        Duration took = Duration.between(start, Instant.now());
        ended.set(true);
        writer.join();
        assertEquals(expected.size(), lines);
        assertEquals(expected, exported);
        assertTrue(written.get() > 0, "nothing was written meanwhile");
        System.err.printf(
            Locale.ROOT,
            "%s: %d paragraphs in %d ms, %d articles written meanwhile%n",
            format,
            lines,
            took.toMillis(),
            written.get());
        for (int i = 0; i < written.get(); i++) {
          delete(client, served.address(), i);
        }
      }
    }
  }

  /** Reads slowly enough for some writes; says how many hits there were. */
  private static int read(InputStream body, String format, Set<String> ids) throws Exception {
    int lines = 0;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (format.equals("csv") && !line.matches("\"[^\"]*~p[0-9]+\",\"paragraph\".*")) {
          continue;
        }
        lines++;
        ids.add(
            format.equals("csv")
                ? line.substring(1, line.indexOf("\",\""))
                : JSON.readTree(line).get("id").asString());
        if (lines % 1_000 == 0) {
          Thread.sleep(100);
        }
      }
    }
    return lines;
  }

  private static void write(
      HttpClient client, String address, AtomicBoolean ended, AtomicInteger written) {
    while (!ended.get()) {
      String body = "{\"date\": \"2024-11-07\", \"body\": \"The ferry sails, Ruth Alder said.\"}";
      try {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(
                        URI.create(address + "/api/v1/articles/amid-" + written.get()))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          written.incrementAndGet();
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void delete(HttpClient client, String address, int number) throws Exception {
    client.send(
        HttpRequest.newBuilder(URI.create(address + "/api/v1/articles/amid-" + number))
            .DELETE()
            .build(),
        BodyHandlers.discarding());
  }

  private static JsonNode get(HttpClient client, String address) throws Exception {
    return JSON.readTree(
        client
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
            .body());
  }
}
