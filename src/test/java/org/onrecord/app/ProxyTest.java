package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who a request is from where a proxy passed it on: the program as it is shipped. */
final class ProxyTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ARTICLE = "{\"date\":\"2024-11-07\",\"body\":\"It is open.\"}";

  @TempDir private Path home;
  private HttpClient client = HttpClient.newHttpClient();
  private @Nullable ServedProgram served;
  private String key = "";

  @BeforeEach
  void seed() throws IOException {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    key = ProgramRun.of(home, "keys", "add", "desk", "--role", "writer").out().strip();
  }

  @AfterEach
  void stop() throws InterruptedException {
    client.close();
    if (served != null) {
      served.close();
    }
  }

  private String address() {
    return Objects.requireNonNull(served).address();
  }

  private void serve(String... options) {
    List<String> args = new ArrayList<>(List.of("serve"));
    args.addAll(List.of(options));
    served = ServedProgram.start(home, args);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  /** Which address the audit log names for a write with this header. */
  private String audited(String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + "/api/v1/articles/one"))
            .PUT(BodyPublishers.ofString(ARTICLE))
            .headers("Authorization", "Bearer " + key, "Content-Type", "application/json")
            .headers(header, value)
            .build();
    assertEquals(2, client.send(request, BodyHandlers.ofString()).statusCode() / 100);
    JsonNode line = JSON.readTree(Files.readAllLines(home.resolve("index/audit.jsonl")).getLast());
    return line.get("address").asString();
  }

  /** The address that the service gives as its own. */
  private String own(String... headers) throws Exception {
    String xml = get("/opensearch.xml", headers).body();
    return xml.substring(xml.indexOf("<Image") + 1)
        .replaceFirst("(?s)^[^>]*>([^<]*)/assets.*", "$1");
  }

  @Test
  void whatATrustedProxyTellsCountsFromTheLastBack() throws Exception {
    serve("--trusted-proxies", "127.0.0.1,10.0.0.0/8");
    assertEquals("203.0.113.9", audited("X-Forwarded-For", "203.0.113.9"));
    assertEquals("198.51.100.7", audited("X-Forwarded-For", "203.0.113.9, 198.51.100.7"));
    assertEquals("198.51.100.7", audited("X-Forwarded-For", "x, 198.51.100.7:99, 10.1.2.3"));
    assertEquals("127.0.0.1", audited("X-Forwarded-For", "203.0.113.9, unknown"));
    assertEquals("203.0.113.9", audited("Forwarded", "for=192.0.2.1, for=203.0.113.9;proto=https"));
    assertEquals("127.0.0.1", audited("Accept", "*/*"));
    assertEquals(
        "https://news.example",
        own("X-Forwarded-Proto", "https", "X-Forwarded-Host", "news.example"));
    assertEquals(
        "https://a.example:8443",
        own("Forwarded", "for=1.2.3.4;proto=https;host=\"a.example:8443\""));
    assertEquals(address(), own("X-Forwarded-Host", "evil.example/<script>"));
    assertEquals(
        address(),
        own("X-Forwarded-Host", "one.example", "Forwarded", "for=1.2.3.4;host=other.example"));
  }

  @Test
  void nobodyElseIsBelieved() throws Exception {
    serve("--trusted-proxies", "10.0.0.0/8");
    assertEquals("127.0.0.1", audited("X-Forwarded-For", "203.0.113.9"));
    assertEquals("127.0.0.1", audited("Forwarded", "for=203.0.113.9"));
    assertEquals(address(), own("X-Forwarded-Proto", "https", "X-Forwarded-Host", "news.example"));
  }

  @Test
  void headersThatContradictEachOtherAreNotBelieved() throws Exception {
    serve("--trusted-proxies", "127.0.0.1", "--rate-limit", "2", "--allow-anonymous-read");
    for (int i = 0; i < 6; i++) {
      String claimed = "198.51.100." + i;
      int status =
          get("/api/v1/search", "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=" + claimed)
              .statusCode();
      assertEquals(i < 2 ? 200 : 429, status, claimed);
    }
  }

  @Test
  void keysThatAreTriedHinderNobodyElse() throws Exception {
    serve("--trusted-proxies", "127.0.0.1", "--rate-limit", "5", "--allow-anonymous-read");
    int refused = 0;
    for (int i = 0; i < 50; i++) {
      HttpResponse<String> tried =
          get(
              "/api/v1/search",
              "X-Forwarded-For",
              "203.0.113.9",
              "Authorization",
              "Bearer onr_00000000_guess" + i);
      refused += tried.statusCode() == 429 ? 1 : 0;
      assertTrue(tried.statusCode() == 429 || tried.statusCode() == 401, tried.body());
    }
    assertTrue(refused >= 44, "refused " + refused);
    for (String address : List.of("203.0.113.9", "203.0.113.10")) {
      assertEquals(200, get("/api/v1/search", "X-Forwarded-For", address).statusCode());
    }
    assertEquals(
        200,
        get("/api/v1/search", "X-Forwarded-For", "203.0.113.9", "Authorization", "Bearer " + key)
            .statusCode());
    assertEquals(
        401,
        get("/api/v1/search", "X-Forwarded-For", "203.0.113.10", "Authorization", "Bearer onr_no")
            .statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/oembed?url=%s&utm_source=letter&fbclid=a&gclid=b&maxwidth=400&dnt=1&format=json, 404",
    "/oembed?url=%s&uti_source=letter, 400",
    "/?q=pier&utm_source=letter&utm_campaign=a&fbclid=b, 200",
    "/api/v1/feed.atom?q=pier&utm_source=letter, 200",
    "/api/v1/search?q=pier&speakr=Tom, 400",
    "/api/v1/search?q=pier&utmsource=x, 400"
  })
  void whatOtherServicesHangOntoLinksIsPassedOver(String path, int status) throws Exception {
    serve();
    String asked = path.replace("%s", address() + "/quotes/none");
    assertEquals(status, get(asked, "Authorization", "Bearer " + key).statusCode(), path);
  }
}
