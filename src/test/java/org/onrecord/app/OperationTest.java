package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.article.Permalinks;
import org.onrecord.cli.option.ServiceSettings.LogFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator has of the service: figures, health, a log, an address behind a proxy. */
@Isolated("it reads what is logged, and sets how")
final class OperationTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PUBLIC = "https://archive.example";

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static PrintStream stderr;
  private static String key;
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    key = ProgramRun.of(home, "keys", "add", "night desk", "--role", "writer").out().strip();
    stderr = System.err;
    System.setErr(new PrintStream(LOG, true, UTF_8));
    served =
        ServedProgram.start(
            home, List.of("serve", "--public-url", PUBLIC + "/", "--access-log", "on"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
    System.setErr(stderr);
    Logging.use(LogFormat.TEXT);
  }

  @Test
  void figuresTellWhatWasAskedAndAnswered() throws Exception {
    send("GET", "/api/v1/search?q=pier", "");
    send("GET", "/api/v1/articles/nothing", "");
    send("GET", "/nowhere/at/all", "");
    String article = "{\"date\":\"2024-11-07\",\"body\":\"It rained.\"}";
    assertEquals(201, send("PUT", "/api/v1/articles/one", article).statusCode());
    assertEquals(422, send("PUT", "/api/v1/articles/two", "oops").statusCode());
    client.send(
        HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/search")).build(),
        BodyHandlers.discarding());
    HttpResponse<String> answer = send("GET", "/prometheus", "");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "text/plain;version=0.0.4;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    String figures = answer.body();
    String requests = "onrecord_requests_seconds_count{method=\"%s\",route=\"%s\",status=\"%s\"} ";
    for (String line :
        List.of(
            requests.formatted("GET", "/api/v1/search", 200),
            requests.formatted("GET", "/api/v1/search", 401),
            requests.formatted("GET", "/api/v1/articles/{id}", 404),
            requests.formatted("PUT", "/api/v1/articles/{id}", 201),
            requests.formatted("GET", "none", 404),
            "onrecord_articles_written_total{outcome=\"added\"} ",
            "onrecord_articles_written_total{outcome=\"refused\"} ",
            "onrecord_index_documents{type=\"paragraph\"} ",
            "onrecord_index_bytes ",
            "onrecord_disk_free_bytes ",
            "onrecord_commit_age_seconds ",
            "onrecord_exports_open 0",
            "onrecord_connections_open ",
            "jvm_memory_used_bytes{area=\"heap\"",
            "jvm_threads_live_threads ",
            "process_files_open_files ")) {
      assertTrue(figures.lines().anyMatch(l -> l.startsWith(line)), line + "\n" + figures);
    }
    assertTrue(
        figures
            .lines()
            .anyMatch(
                l ->
                    l.matches(
                        "onrecord_requests_seconds_bucket\\{method=\"GET\",route=\"/api/v1/search\",status=\"200\",le=\"0.1\"\\}"
                            + " .*")),
        figures);
    assertTrue(figures.contains("onrecord_build_info{java="), figures);
    assertFalse(figures.contains("NaN"), figures);
  }

  @Test
  void healthTellsWhetherItRunsAndWhetherItAnswers() throws Exception {
    assertEquals("{\"status\":\"up\"}", send("GET", "/health/live", "").body());
    JsonNode ready = JSON.readTree(send("GET", "/health/ready", "").body());
    assertTrue(ready.get("writes").asBoolean(), ready::toString);
    assertTrue(ready.get("articles").asInt() >= 1, ready::toString);
    assertTrue(ready.get("lastCommit").asString().startsWith("20"), ready::toString);
  }

  @Test
  void addressThatIsSetIsGivenWhateverHostIsAsked() throws Exception {
    String quote = "/quotes/" + Permalinks.quotation("a", "the pier is closed");
    for (String path : List.of("/opensearch.xml", "/api/v1/feed.atom", quote)) {
      String body = send("GET", path, "").body();
      assertTrue(body.contains(PUBLIC + "/"), path + ": " + body);
      assertFalse(body.contains("127.0.0.1"), path + ": " + body);
    }
    JsonNode embedding =
        JSON.readTree(send("GET", "/oembed?url=" + PUBLIC + quote.replace("~", "%7E"), "").body());
    assertTrue(embedding.get("html").asString().contains(PUBLIC + "/embed/quotes/"));
    assertEquals(404, send("GET", "/oembed?url=" + served.address() + quote, "").statusCode());
  }

  @Test
  void eachRequestIsALineWithoutWhatIsSecret() throws Exception {
    HttpResponse<String> answer = send("GET", "/api/v1/search?q=ferries", "");
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    String log = LOG.toString(UTF_8);
    String line = log.lines().filter(l -> l.contains(id)).findFirst().orElse("none in " + log);
    assertTrue(
        line.matches(".* INFO +access GET /api/v1/search 200 \\d+ ms, night desk, " + id + " *"),
        line);
    assertFalse(log.contains("ferries"), log);
    assertFalse(log.contains(key.substring(13)), log);
  }

  @Test
  void logMayBeAJsonObjectALine() throws Exception {
    Logging.use(LogFormat.JSON);
    HttpResponse<String> answer = send("GET", "/api/v1/articles/nothing", "");
    Logging.use(LogFormat.TEXT);
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    String log = LOG.toString(UTF_8);
    JsonNode line =
        JSON.readTree(log.lines().filter(l -> l.contains(id)).findFirst().orElse("none in " + log));
    assertEquals("INFO", line.get("level").asString());
    assertEquals("access", line.get("loggerName").asString());
    String pairs = line.get("kvpList").toString();
    for (String pair :
        List.of(
            "{\"request\":\"" + id + "\"}",
            "{\"key\":\"night desk\"}",
            "{\"route\":\"/api/v1/articles/{id}\"}",
            "{\"status\":\"404\"}")) {
      assertTrue(pairs.contains(pair), pairs);
    }
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
