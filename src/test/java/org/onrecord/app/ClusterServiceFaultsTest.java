package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.backend.opensearch.NodeProxy;
import org.onrecord.backend.opensearch.NodeProxy.Treatment;
import org.onrecord.backend.opensearch.OpenSearchNode;
import org.onrecord.cli.Service.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answers while the cluster of its archive is not well, and afterwards. */
@Timeout(180)
class ClusterServiceFaultsTest {
  private static final String ARTICLE =
      "{\"date\":\"2026-01-02\",\"body\":\"The sluice at Elmsea is shut.\"}";

  @TempDir private static Path home;
  private static String prefix;
  private static NodeProxy node;
  private static Running service;
  private static HttpClient http;

  /** What is asked: by its path, with what is sent. */
  private record Asked(String method, String path, String type, String body) {
    static Asked get(String path) {
      return new Asked("GET", path, "application/json", "");
    }

    HttpRequest request() {
      return HttpRequest.newBuilder(service.address().resolve(path))
          .header("Content-Type", type)
          .method(method, BodyPublishers.ofString(body))
          .build();
    }
  }

  private static final Asked PUT =
      new Asked("PUT", "/api/v1/articles/sluice", "application/json", ARTICLE);

  private static final Asked LINES =
      new Asked(
          "POST",
          "/api/v1/articles",
          "application/x-ndjson",
          ARTICLE.replace("{", "{\"id\":\"weir\",") + "\n");

  private static final Asked SEARCH = Asked.get("/api/v1/search?q=bridge");
  private static final Asked READY = Asked.get("/health/ready");

  /** Everything that needs the archive. */
  private static final List<Asked> ALL =
      List.of(
          SEARCH,
          Asked.get("/api/v1/search?q=bridge&type=quote&facets=speaker"),
          Asked.get("/api/v1/facets/speaker?q=bridge"),
          Asked.get("/api/v1/articles/council-1"),
          Asked.get("/api/v1/export?q=bridge"),
          Asked.get("/api/v1/suggest?q=bri"),
          Asked.get("/api/v1/trends?q=bridge"),
          Asked.get("/api/v1/timeline?q=bridge&speaker=Anna+Reed"),
          Asked.get("/api/v1/voices?q=bridge"),
          Asked.get("/api/v1/feed.atom?q=bridge"),
          Asked.get("/health"),
          READY,
          Asked.get("/api/v1/verify?q=the+bridge+is+safe+and+open"),
          PUT,
          LINES);

  @BeforeAll
  static void serve() throws IOException {
    prefix = OpenSearchNode.prefix();
    node = new NodeProxy(OpenSearchNode.address());
    String patient = folder("patient", 60).toString();
    ProgramRun run = ProgramRun.of(home, "index", "src/docs/examples/articles", "--index", patient);
    assertEquals(0, run.code(), run.err());
    service = ProgramRun.serve(folder("cluster", 2));
    http = HttpClient.newHttpClient();
  }

  /** A folder that names the cluster, of which each request is answered in so many seconds. */
  private static Path folder(String name, int timeout) throws IOException {
    Path folder = Files.createDirectories(home.resolve(name));
    Files.writeString(
        folder.resolve("cluster.properties"),
        "hosts = %s\nprefix = %s\nreplicas = 0\ntimeout = %d\n"
            .formatted(node.at(), prefix, timeout));
    return folder;
  }

  @AfterAll
  static void end() throws IOException {
    http.close();
    service.close();
    node.close();
  }

  private static HttpResponse<String> answer(Asked asked) throws IOException, InterruptedException {
    return http.send(asked.request(), BodyHandlers.ofString());
  }

  private static Map<Asked, HttpResponse<String>> answers(List<Asked> all) throws Exception {
    Map<Asked, HttpResponse<String>> answers = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> running = new ArrayList<>();
      all.forEach(asked -> running.add(threads.submit(() -> answer(asked))));
      for (int i = 0; i < all.size(); i++) {
        answers.put(all.get(i), running.get(i).get());
      }
    }
    return answers;
  }

  /** All are told the same, in the API's form, and nothing of where the cluster is. */
  private static void assertTold(String part, List<Asked> all) throws Exception {
    List<String> wrong = new ArrayList<>();
    answers(all)
        .forEach(
            (asked, answer) -> {
              String type = answer.headers().firstValue("Content-Type").orElse("");
              boolean health = asked.path().startsWith("/health");
              boolean good =
                  answer.statusCode() == 503
                      && type.startsWith("application/problem+json")
                      && (health || answer.headers().firstValue("Retry-After").isPresent())
                      && (health || detail(answer).contains(part))
                      && !answer.body().contains(node.at().getAuthority())
                      && !answer.body().contains(prefix);
              if (!good) {
                wrong.add(asked + ": " + answer.statusCode() + " " + answer.body());
              }
            });
    assertEquals(List.of(), wrong);
  }

  private static String detail(HttpResponse<String> answer) {
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    return problem.path("detail").asString("");
  }

  /** By itself, and as soon as the cluster is well. */
  private static void awaitAnswers() {
    List<String> wrong = new ArrayList<>();
    Await.until(
        () -> {
          wrong.clear();
          answers(ALL)
              .forEach(
                  (asked, answer) -> {
                    if (answer.statusCode() / 100 != 2) {
                      wrong.add(asked + ": " + answer.statusCode() + " " + answer.body());
                    }
                  });
          return wrong.isEmpty();
        },
        Duration.ofSeconds(30),
        wrong::toString);
  }

  /** Tells the node itself something. */
  private static void tell(String method, String path, String json) throws Exception {
    HttpResponse<String> told =
        http.send(
            HttpRequest.newBuilder(OpenSearchNode.address().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, told.statusCode(), told.body());
  }

  private static void set(String name, String json) throws Exception {
    tell("PUT", "/" + prefix + "-1/_settings", "{\"index.%s\":%s}".formatted(name, json));
  }

  @Test
  void whatNeedsTheArchiveIsToldWhenTheNodeIsGoneAndAnsweredWhenItIsBack() throws Exception {
    node.stop();
    try {
      assertTold("The cluster that the archive is on does not answer.", ALL);
      assertPage("/?q=bridge");
      assertPage("/articles/council-1");
    } finally {
      node.startAgain();
    }
    awaitAnswers();
  }

  /** A page that a reader understands. */
  private static void assertPage(String path) throws Exception {
    URI at = service.address().resolve(path);
    HttpResponse<String> page =
        http.send(
            HttpRequest.newBuilder(at).header("Accept", "text/html").build(),
            BodyHandlers.ofString());
    assertEquals(503, page.statusCode(), page.body());
    assertTrue(page.headers().firstValue("Retry-After").isPresent());
    assertTrue(page.body().contains("<h1"), page.body());
    assertTrue(page.body().contains("does not answer. Try again in 5 seconds."), page.body());
    assertFalse(page.body().contains(node.at().getAuthority()), page.body());
  }

  @Test
  void whatIsWrongIsTold() throws Exception {
    Map<Treatment, String> told =
        Map.of(
            Treatment.HELD, "does not answer",
            Treatment.TOO_MUCH, "has too much to do just now",
            Treatment.UNKNOWN, "does not let the service in");
    try {
      for (Map.Entry<Treatment, String> one : told.entrySet()) {
        node.treat(one.getKey());
        assertTold(one.getValue(), ALL);
      }
    } finally {
      node.treat(Treatment.PASSED);
    }
    awaitAnswers();
  }

  /** However many wait for the cluster, they hold up nobody who does not need it. */
  @Test
  void whatDoesNotNeedTheArchiveIsAnsweredMeanwhile() throws Exception {
    int many = 8 * Runtime.getRuntime().availableProcessors();
    try (Running patient = ProgramRun.serve(home.resolve("patient"));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      node.treat(Treatment.HELD);
      HttpRequest search = at(patient, "/api/v1/search?q=bridge").build();
      List<Future<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        waiting.add(threads.submit(() -> http.send(search, BodyHandlers.ofString())));
      }
      try {
        Await.until(() -> !node.seen().isEmpty(), "nobody asks");
        HttpRequest live = at(patient, "/health/live").timeout(Duration.ofSeconds(30)).build();
        for (int i = 0; i < many; i++) {
          assertEquals(200, http.send(live, BodyHandlers.ofString()).statusCode());
        }
      } finally {
        node.treat(Treatment.PASSED);
        node.release();
      }
      for (Future<HttpResponse<String>> one : waiting) {
        assertEquals(200, one.get().statusCode(), () -> one.resultNow().body());
      }
    }
  }

  private static HttpRequest.Builder at(Running service, String path) {
    return HttpRequest.newBuilder(service.address().resolve(path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void aFullDiskStopsWritesAlone() throws Exception {
    set("blocks.read_only_allow_delete", "true");
    try {
      Asked write = new Asked("PUT", "/api/v1/articles/full", PUT.type(), ARTICLE);
      assertTold("takes no writes: a disk of it may be full", List.of(write));
      assertEquals(200, answer(SEARCH).statusCode());
      String ready = answer(READY).body();
      assertTrue(ready.contains("\"writes\":false"), ready);
    } finally {
      set("blocks.read_only_allow_delete", "null");
    }
    awaitAnswers();
  }

  @Test
  void whoHadSomeOfTheirArticlesWrittenIsToldWhy() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 65; i++) {
      lines.append(ARTICLE.replace("{", "{\"id\":\"partly-" + i + "\",")).append('\n');
    }
    Asked all = new Asked("POST", "/api/v1/articles", "application/x-ndjson", lines.toString());
    node.treat(seen -> seen.body().contains("partly-64") ? Treatment.TOO_MUCH : Treatment.PASSED);
    try {
      HttpResponse<String> told = answer(all);
      String last = told.body().substring(told.body().lastIndexOf("partly-63"));
      assertTrue(last.contains("has too much to do just now"), last);
    } finally {
      node.treat(Treatment.PASSED);
    }
    assertEquals(200, answer(all).statusCode());
    assertEquals(200, answer(Asked.get("/api/v1/articles/partly-64")).statusCode());
  }
}
