package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.onrecord.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service takes in by itself, from a server and a folder of this machine. */
@Execution(ExecutionMode.CONCURRENT)
class ServiceIntakeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>Elmsea Post</title><item><guid>quay</guid>"
          + "<pubDate>Thu, 07 Nov 2024 18:00:00 GMT</pubDate><description>"
          + "&lt;p&gt;\u201cThe quay opens in May,\u201d Ruth Alder said.&lt;/p&gt;"
          + "</description></item><item><guid>undated</guid><description>Some words here."
          + "</description></item></channel></rss>";

  @TempDir private Path home;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer other;

  @BeforeEach
  void start() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", this::answer);
    other.start();
    Files.createDirectories(home.resolve("drop"));
  }

  @AfterEach
  void stop() {
    other.stop(0);
    client.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    byte[] body = FEED.getBytes(UTF_8);
    boolean there = path.equals("/rss");
    exchange.sendResponseHeaders(there ? 200 : 404, there ? body.length : -1);
    if (there) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private ServedProgram serve() {
    String host = "http://127.0.0.1:" + other.getAddress().getPort();
    return ServedProgram.start(
        home,
        List.of(
            "serve",
            "--index",
            home.resolve("index").toString(),
            "--create",
            "--feed",
            host + "/rss",
            "--feed",
            host + "/gone",
            "--watch",
            home.resolve("drop").toString()));
  }

  private String get(ServedProgram program, String path) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(program.address() + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode ready(ServedProgram program) {
    return JsonMapper.shared().readTree(get(program, "/health/ready"));
  }

  @Test
  void feedsAndAFolderAreTakenInWhileItServes() throws Exception {
    try (ServedProgram program = serve()) {
      Await.until(
          () -> get(program, "/api/v1/articles/quay").contains("Ruth Alder"),
          PATIENCE,
          program::output);
      Await.until(
          () -> ready(program).path("intake").path("failing").asInt() == 1,
          PATIENCE,
          () -> get(program, "/health/ready"));
      Path file = home.resolve("drop/ferry.txt");
      Files.writeString(file, "date 2024-11-08\n\n“It sails,” Marta Quill said.\n");
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
      Await.until(
          () -> get(program, "/api/v1/articles/ferry").contains("Marta Quill"),
          PATIENCE,
          program::output);
      JsonNode intake = ready(program).path("intake");
      assertEquals(3, intake.path("sources").asInt());
      assertTrue(intake.path("lastTaken").isString(), intake::toString);
      String metrics = get(program, "/prometheus");
      for (String line :
          List.of(
              "onrecord_intake_sources 3.0",
              "onrecord_intake_sources_failing 1.0",
              "onrecord_intake_articles_total{outcome=\"taken\"} 2.0",
              "onrecord_intake_articles_total{outcome=\"refused\"} 1.0")) {
        assertTrue(metrics.contains(line), () -> line + " is not in " + metrics);
      }
    }
    int before = asked.size();
    try (ServedProgram program = serve()) {
      assertEquals(2, ready(program).path("articles").asInt());
      assertEquals(1, ready(program).path("intake").path("failing").asInt());
      assertEquals(before, asked.size(), "nothing is due after a restart");
    }
  }

  @Test
  void serviceWithoutFeedsSaysNothingOfThem() throws Exception {
    try (ServedProgram program =
        ServedProgram.start(
            home, List.of("serve", "--index", home.resolve("index").toString(), "--create"))) {
      assertTrue(ready(program).path("intake").isNull());
      assertTrue(!get(program, "/prometheus").contains("onrecord_intake"));
    }
  }
}
