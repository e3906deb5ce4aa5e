package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SearchBody;
import org.onrecord.http.FakeBackend;
import org.onrecord.http.SampleArchive;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, on a free port. */
@Isolated("it reads what is logged")
final class HttpServiceTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static SearchService service;
  private static HttpServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    service = FakeBackend.service();
    server = HttpServer.start(service, "127.0.0.1", 0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  void answerIsTheBytesThatTheMapperWrites() throws Exception {
    SearchRequest request =
        SearchRequest.of("")
            .withQuery("Khan", MatchMode.ANY)
            .withTypes(Set.of(DocumentType.PARAGRAPH, DocumentType.QUOTE))
            .withFilters(Map.of(Facet.PARTY, List.of("PTI", "PML-N")))
            .withDays(LocalDate.of(2024, 11, 1), LocalDate.of(2024, 11, 30))
            .withPage(SortOrder.NEWEST, 3, null)
            .withFacets(new FacetsWanted(Set.of(Facet.PARTY, Facet.DATE), 10, DateInterval.DAY));
    byte[] expected = ApiJson.bytes(SearchBody.of(request, service.search(request)));
    String path =
        "/api/v1/search?q=Khan&type=any&match=any&party=PTI&party=PML-N&from=2024-11-01"
            + "&to=2024-11-30&sort=newest&size=3&facets=party,date&interval=day";
    assertEquals(
        withoutTime(new String(expected, StandardCharsets.UTF_8)), withoutTime(get(path).body()));
  }

  private static String withoutTime(String json) {
    return json.replaceFirst("\"tookMillis\":[0-9]+", "");
  }

  @Test
  void selectingAValueReturnsWhatItsCountSaid() throws Exception {
    JsonNode all = json("/api/v1/search?q=Trump&facets=party");
    for (JsonNode value : all.at("/facets/party/values")) {
      JsonNode narrowed = json("/api/v1/search?q=Trump&party=" + value.get("value").asString());
      assertEquals(value.get("count").asLong(), narrowed.get("total").asLong());
    }
  }

  @Test
  void pagesFollowEachOtherByCursor() throws Exception {
    JsonNode first = json("/api/v1/search?q=Ferry&size=20");
    JsonNode second = json("/api/v1/search?q=Ferry&size=20&after=" + first.get("next").asString());
    assertEquals(20, first.get("hits").size());
    assertEquals(4, second.get("hits").size());
    assertTrue(second.get("next").isNull());
  }

  @Test
  void idWithSlashesIsFoundByItsOwnLinks() throws Exception {
    JsonNode body = json("/api/v1/search?outlet=The+Harbour+Post&type=any&size=100");
    assertEquals(8, body.get("hits").size());
    for (JsonNode hit : body.get("hits")) {
      JsonNode self = json(hit.at("/links/self").asString());
      assertEquals(hit.get("id"), self.get("id"));
      JsonNode article = json(hit.at("/links/article").asString().replaceFirst("#.*", ""));
      assertEquals(SampleArchive.HARD_ID, article.get("id").asString());
    }
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() throws Exception {
    HttpResponse<String> answer =
        get("/api/v1/search?q=%F0%9F%98%80%20oops&from=2024-13-40&size=-1&colour=red&kind=loud");
    assertEquals(400, answer.statusCode());
    JsonNode problem = JSON.readTree(answer.body());
    assertEquals(
        List.of("q", "colour", "kind", "from", "size"),
        problem.get("errors").valueStream().map(e -> e.get("parameter").asString()).toList());
    assertEquals(2, problem.at("/errors/0/position").asInt());
    assertTrue(problem.get("detail").asString().contains("write it as 2024-11-07"));
  }

  @Test
  void faultIsLoggedUnderTheIdThatTheClientSees() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    HttpResponse<String> answer;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      answer = get("/api/v1/search?q=boom");
    } finally {
      System.setErr(before);
    }
    assertEquals(500, answer.statusCode());
    String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
    assertEquals("urn:uuid:" + id, JSON.readTree(answer.body()).get("instance").asString());
    assertFalse(answer.body().contains("the index is broken"));
    List<String> records = log.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(1, records.size(), () -> String.join("\n", records));
    assertTrue(records.getFirst().contains(id));
    assertTrue(records.getFirst().contains("the index is broken"));
  }

  @Test
  void otherMethodIsToldWhichOnesThereAre() throws Exception {
    HttpResponse<String> answer =
        client.send(request("/api/v1/search").DELETE().build(), BodyHandlers.ofString());
    assertEquals(405, answer.statusCode());
    assertTrue(answer.headers().firstValue("Allow").orElseThrow().contains("GET"));
  }

  @Test
  void unknownRouteIsAProblem() throws Exception {
    HttpResponse<String> answer = get("/api/v2/search");
    assertEquals(404, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void malformedAddressIsTheClientsFault() throws Exception {
    for (String path : List.of("/api/v1/search?q=100%", "/api/v1/articles/%zz")) {
      assertTrue(raw("GET " + path + " HTTP/1.1").startsWith("HTTP/1.1 400"), path);
    }
    assertTrue(raw("GET /api/v1/search?q=" + "a".repeat(20_000) + " HTTP/1.1").contains(" 413 "));
  }

  @Test
  void nothingOutsideThePagesFilesIsServed() throws Exception {
    for (String name :
        List.of("..%2Flogback.xml", "../logback.xml", "%2e%2e/logback.xml", "search.html", "x")) {
      assertTrue(raw("GET /assets/" + name + " HTTP/1.1").startsWith("HTTP/1.1 404"), name);
    }
  }

  @Test
  void filesOfPagesAreKeptForGoodUnderAnAddressOfTheirOwn() throws Exception {
    Matcher style =
        Pattern.compile("href=\"(/assets/[0-9a-f]{24}/)onrecord.css\"").matcher(get("/").body());
    assertTrue(style.find());
    for (String name : List.of("onrecord.css", "search.js", "brush.js", "d3-brush.js")) {
      HttpResponse<String> answer = get(style.group(1) + name);
      assertEquals(200, answer.statusCode());
      assertEquals(
          "public, max-age=31536000, immutable",
          answer.headers().firstValue("Cache-Control").orElseThrow());
      assertEquals(answer.body(), get("/assets/" + name).body());
    }
    assertEquals(404, get("/assets/" + "0".repeat(24) + "/search.js").statusCode());
    assertEquals(404, get(style.group(1) + "openapi.yaml").statusCode());
  }

  @Test
  void heldArticleIsNotSentAgain() throws Exception {
    String tag = get("/api/v1/articles/sample").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> answer =
        client.send(
            request("/api/v1/articles/sample").header("If-None-Match", tag).build(),
            BodyHandlers.ofString());
    assertEquals(304, answer.statusCode());
    assertEquals("", answer.body());
  }

  @Test
  void largeAnswerIsCompressed() throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            request("/api/v1/search?size=100").header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofByteArray());
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertEquals(33, JSON.readTree(in.readAllBytes()).get("total").asInt());
    }
  }

  @Test
  void everyAnswerKeepsBrowsersToOurOwn() throws Exception {
    for (String path :
        List.of("/", "/health", "/nothing", "/api/v1/search?x=1", "/assets/search.js")) {
      HttpResponse<String> answer = get(path);
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Security-Policy")
              .orElseThrow()
              .matches(
                  "default-src 'none'; script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'; style-src"
                      + " 'self'; .*"),
          path);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
    }
  }

  @Test
  void pageOfAMissingArticleIsMissing() throws Exception {
    assertEquals(200, get("/articles/sample").statusCode());
    assertEquals(404, get("/articles/nothing").statusCode());
    assertEquals(404, get("/articles/" + "a".repeat(600)).statusCode());
  }

  @Test
  void healthTellsTheCounts() throws Exception {
    assertEquals(
        "{\"status\":\"up\",\"version\":\"0.2.0\",\"articles\":3,\"paragraphs\":33,\"quotations\":34}",
        get("/health").body());
  }

  @Test
  void portInUseIsSaid() {
    IOException e =
        assertThrows(
            IOException.class,
            () -> HttpServer.start(service, "127.0.0.1", server.url().getPort()).close());
    String message = String.valueOf(e.getMessage());
    assertTrue(
        message.startsWith("cannot listen on 127.0.0.1, port " + server.url().getPort()), message);
    assertTrue(message.contains("another program"), message);
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.url().resolve(path));
  }

  /** The answer to a request line that no client library would send. */
  private static String raw(String line) throws IOException {
    try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
      String head = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
