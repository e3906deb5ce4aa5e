package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.evaluation.WriteBench;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles are written by HTTP: the program as it is shipped, on an index of its own. */
final class WriteTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LINES = "application/x-ndjson";
  private static final String FERRY =
      """
      {"date": "2024-11-07", "outlet": "Ferry News", "desk": "north",
       "body": "“The ferry will sail on Sunday,” Marta Quill said."}
      """;

  @TempDir private static Path home;
  private static CheckedService service;

  @BeforeAll
  static void start() throws Exception {
    service = CheckedService.start(home);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
  }

  @Test
  void articleIsFoundAsSoonAsItIsAcknowledged() throws Exception {
    HttpResponse<String> answer = put("new/one", FERRY.replace("ferry", "hovercraft"));
    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals(
        "/api/v1/articles/new%2Fone", answer.headers().firstValue("Location").orElseThrow());
    JsonNode body = JSON.readTree(answer.body());
    assertEquals("added", body.get("status").asString());
    JsonNode article = JSON.readTree(service.get("/api/v1/articles/new%2Fone").body());
    assertEquals(body.get("version"), article.get("version"));
    assertEquals("north", article.at("/extra/desk").asString());
    assertEquals(1, total("hovercraft"));
  }

  @Test
  void laterArticleReplacesEveryTraceOfTheEarlier() throws Exception {
    put("replaced", "{\"date\":\"2024-11-07\",\"body\":\"The zeppelin left, Ruth Alder said.\"}");
    HttpResponse<String> answer =
        put("replaced", "{\"date\":\"2024-11-07\",\"body\":\"The tram left, Ruth Alder said.\"}");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("replaced", JSON.readTree(answer.body()).get("status").asString());
    assertEquals(0, total("zeppelin"));
    assertEquals(1, total("tram"));
  }

  @Test
  void deletedArticleIsGone() throws Exception {
    put("gone", "{\"date\":\"2024-11-07\",\"body\":\"The gondola stopped, Ruth Alder said.\"}");
    assertEquals(204, service.send("DELETE", "/api/v1/articles/gone", "").statusCode());
    assertEquals(0, total("gondola"));
    assertEquals(404, service.get("/api/v1/articles/gone").statusCode());
    assertEquals(404, service.send("DELETE", "/api/v1/articles/gone", "").statusCode());
  }

  @Test
  void articleOfAnotherVersionIsNotOverwritten() throws Exception {
    String path = "/api/v1/articles/held";
    String tag = put("held", FERRY).headers().firstValue("ETag").orElseThrow();
    assertEquals(tag, service.get(path).headers().firstValue("ETag").orElseThrow());
    String other = FERRY.replace("Sunday", "Monday");
    assertEquals(200, service.send("PUT", path, other, "If-Match", tag).statusCode());
    assertEquals(412, service.send("PUT", path, FERRY, "If-Match", tag).statusCode());
    assertEquals(412, service.send("DELETE", path, "", "If-Match", tag).statusCode());
    assertEquals(412, service.send("PUT", path, FERRY, "If-None-Match", "*").statusCode());
    String version = JSON.readTree(service.get(path).body()).get("version").asString();
    String versionTag = '"' + version + '"';
    assertEquals(204, service.send("DELETE", path, "", "If-Match", versionTag).statusCode());
    assertEquals(412, service.send("PUT", path, FERRY, "If-Match", "*").statusCode());
    assertEquals(201, service.send("PUT", path, FERRY, "If-None-Match", "*").statusCode());
  }

  @Test
  void memberThatIsKeptWithTheArticleChangesItsVersion() throws Exception {
    JsonNode before = JSON.readTree(put("extra", FERRY).body());
    JsonNode after = JSON.readTree(put("extra", FERRY.replace("north", "south")).body());
    assertFalse(before.get("version").equals(after.get("version")), before::toString);
  }

  @Test
  void articleMayComeAsAgenciesSendIt() throws Exception {
    HttpResponse<String> ninjs =
        put(
            "agency/ninjs",
            """
            {"uri": "urn:elmsea:1", "type": "text", "versioncreated": "2024-11-07T09:15:00Z",
             "headline": "Flight", "body_html": "<p>&ldquo;The airship flies,&rdquo; Ruth Alder said.</p>"}
            """,
            "application/ninjs+json");
    assertEquals(201, ninjs.statusCode(), ninjs.body());
    JsonNode article = JSON.readTree(service.get("/api/v1/articles/agency%2Fninjs").body());
    assertEquals("Flight", article.get("title").asString());
    HttpResponse<String> nitf =
        put(
            "agency/nitf",
            """
            <nitf><head><docdata><doc-id id-string="x"/><date.issue norm="20241107T091500Z"/></docdata></head>
            <body><body.content><p>“The airship landed,” Marta Quill said.</p></body.content></body></nitf>
            """,
            "application/nitf+xml; charset=utf-8");
    assertEquals(201, nitf.statusCode(), nitf.body());
    assertEquals(2, total("airship"));
    HttpResponse<String> picture =
        put(
            "agency/picture",
            "{\"uri\": \"urn:p\", \"type\": \"picture\", \"versioncreated\":"
                + " \"2024-11-07T09:15:00Z\"}",
            "application/ninjs+json");
    assertEquals(422, picture.statusCode());
    assertTrue(picture.body().contains("a picture"), picture.body());
  }

  @Test
  void manyMayComeInOneMessage() throws Exception {
    String item =
        """
        <newsItem guid="%s"><itemMeta><itemClass qcode="ninat:%s"/>
        <versionCreated>2024-11-07T09:15:00Z</versionCreated></itemMeta>
        <contentSet><inlineXML><p>The monorail opened, Ruth Alder said.</p></inlineXML></contentSet></newsItem>
        """;
    HttpResponse<String> message =
        service.send(
            "POST",
            "/api/v1/articles",
            "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
                + item.formatted("urn:mono:1", "text")
                + item.formatted("urn:mono:2", "picture")
                + "</itemSet></newsMessage>",
            "Content-Type",
            "application/vnd.iptc.g2.newsmessage+xml");
    assertEquals(200, message.statusCode(), message.body());
    List<JsonNode> lines = message.body().lines().map(JSON::readTree).toList();
    assertEquals(
        List.of("added", "refused"), lines.stream().map(l -> l.get("status").asString()).toList());
    assertEquals("urn:mono:1", lines.getFirst().get("id").asString());
    HttpResponse<String> list =
        service.send(
            "POST",
            "/api/v1/articles",
            """
            [
             {"id": "mono-3", "date": "2024-11-07", "body": "The monorail closed, Ruth Alder said."}
            ]
            """,
            "Content-Type",
            "application/json");
    assertEquals("added", JSON.readTree(list.body()).get("status").asString(), list.body());
    assertEquals(2, total("monorail"));
  }

  @Test
  void brokenLineLosesNothingElse() throws Exception {
    HttpResponse<String> answer =
        post(
            """
            {"id": "bulk-1", "date": "2024-11-07", "body": "The funicular runs, Ruth Alder said."}
            {"id": "bulk-2", "date": "2024-11-07", "body":

            {"id": "bulk-3", "body": "The funicular stopped."}
            {"id": "bulk-4", "date": "2024-11-08", "body": "The funicular runs again."}
            """);
    assertEquals(200, answer.statusCode(), answer.body());
    List<JsonNode> lines = answer.body().lines().map(JSON::readTree).toList();
    assertEquals(
        List.of("added", "refused", "refused", "added"),
        lines.stream().map(line -> line.get("status").asString()).toList());
    assertEquals(
        List.of(1, 2, 4, 5), lines.stream().map(line -> line.get("line").asInt()).toList());
    assertTrue(lines.get(2).get("reason").asString().contains("no date"));
    assertEquals(
        List.of("bulk-1", "", "bulk-3", "bulk-4"),
        lines.stream().map(line -> line.get("id").asString("")).toList());
    assertEquals(2, total("funicular"));
  }

  @Test
  void unchangedArticleIsLeftAsItIs() throws Exception {
    HttpResponse<String> first = put("again", FERRY.replace("ferry", "steamer"));
    HttpResponse<String> second = put("again", FERRY.replace("ferry", "steamer"));
    assertEquals(201, first.statusCode(), first.body());
    assertEquals(200, second.statusCode(), second.body());
    assertEquals("unchanged", JSON.readTree(second.body()).get("status").asString());
    assertEquals(
        JSON.readTree(first.body()).get("version"), JSON.readTree(second.body()).get("version"));
    assertEquals(first.headers().firstValue("ETag"), second.headers().firstValue("ETag"));
    assertEquals(
        412,
        service
            .send(
                "PUT",
                "/api/v1/articles/again",
                FERRY.replace("ferry", "steamer"),
                "If-None-Match",
                "*")
            .statusCode());
    assertTrue(
        audit().stream().anyMatch(line -> line.contains("unchanged again")), audit().toString());
    String line =
        "{\"id\":\"again\","
            + FERRY.replace("ferry", "steamer").strip().substring(1).replace("\n", " ");
    assertEquals(
        List.of("unchanged again", "replaced again", "replaced again"),
        statuses(post(line + "\n" + line.replace("Sunday", "Friday") + "\n" + line + "\n")));
    assertEquals(1, total("steamer"));
  }

  @Test
  void linesComeWhileTheRestIsTakenIn() throws Exception {
    int articles = 256;
    String body = "“The barge %d will sail on Sunday,” Marta Quill said. ".repeat(60);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < articles; i++) {
      lines.append(
          "{\"id\":\"barge-%d\",\"date\":\"2024-11-07\",\"body\":\"%s\"}%n"
              .formatted(i, body.replace("%d", "" + i)));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.address() + "/api/v1/articles"))
            .header("Content-Type", LINES)
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> answer = client.send(request, BodyHandlers.ofLines()).body()) {
      Iterator<String> told = answer.iterator();
      assertEquals("barge-0", JSON.readTree(told.next()).get("id").asString());
      assertEquals(200, service.get("/api/v1/articles/barge-0").statusCode());
      assertEquals(404, service.get("/api/v1/articles/barge-" + (articles - 1)).statusCode());
      for (int i = 1; i < articles; i++) {
        assertEquals("barge-" + i, JSON.readTree(told.next()).get("id").asString());
      }
      assertFalse(told.hasNext());
    }
    Await.until(() -> audit().stream().anyMatch(l -> l.contains("added barge-255")), "not noted");
    assertEquals(
        1, audit().stream().filter(l -> l.contains("added barge-17,")).count(), audit().toString());
  }

  private static List<String> statuses(HttpResponse<String> answer) {
    return answer
        .body()
        .lines()
        .map(JSON::readTree)
        .map(line -> line.get("status").asString() + " " + line.get("id").asString())
        .toList();
  }

  private static List<String> audit() throws IOException {
    return Files.readAllLines(home.resolve("index/audit.jsonl"));
  }

  @Test
  void badArticleIsRefusedWithTheReason() throws Exception {
    refused(422, "No date", put("bad", "{\"body\":\"x y\"}"));
    refused(422, "line 2, column", put("bad", "{\"body\":\n oops}"));
    refused(422, "another article", put("bad", FERRY.replace("{", "{\"id\":\"else\",")));
    refused(422, "No JSON object", put("bad", ""));
    refused(422, "", put("bad", "[".repeat(200_000)));
    refused(422, "cannot be an article's id", put("a%00b", FERRY));
    refused(422, "There is no article", post("\n\n"));
    refused(
        415,
        "text/csv",
        service.send("PUT", "/api/v1/articles/bad", "a,b", "Content-Type", "text/csv"));
    refused(413, "too long", put("bad", " ".repeat(17 << 20)));
    refused(413, "10,000", post("{}\n".repeat(10_001)));
    assertEquals(404, service.get("/api/v1/articles/bad").statusCode());
  }

  @Test
  void bodyThatNeverComesHoldsNobodyUp() throws Exception {
    URI address = URI.create(service.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String head =
          "PUT /api/v1/articles/slow HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
              + "\r\nContent-Length: 1000\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().flush();
      assertEquals(201, put("quick", FERRY).statusCode());
    }
    assertEquals(404, service.get("/api/v1/articles/slow").statusCode());
  }

  @Test
  void writesAtOnceAllArrive() throws Exception {
    List<Integer> codes =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return put("many-" + i, FERRY.replace("Sunday", "trolleybus")).statusCode();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    assertEquals(List.of(201), codes.stream().distinct().toList());
    assertEquals(24, total("trolleybus"));
  }

  @Test
  void benchTakesOutWhatItPutIn() throws Exception {
    long before = JSON.readTree(service.get("/health").body()).at("/articles").asLong();
    WriteBench.Speed speed =
        new WriteBench(URI.create(service.address()), null).run(3, Duration.ofMillis(500));
    assertTrue(speed.nanos().size() >= 3, speed::line);
    assertTrue(speed.line().matches("\\| 3 \\| \\d+ \\| [0-9.]+ \\| [0-9.]+ \\|"), speed::line);
    assertEquals(before, JSON.readTree(service.get("/health").body()).at("/articles").asLong());
  }

  @Test
  void anotherWriterIsWaitedFor() throws Exception {
    try (LuceneArchive other = LuceneArchive.openExisting(home.resolve("index"))) {
      other.commit();
      HttpResponse<String> answer = put("locked", FERRY);
      refused(503, "Another process is writing", answer);
      assertEquals("5", answer.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, service.get("/api/v1/search").statusCode());
    }
    assertEquals(201, put("locked", FERRY).statusCode());
  }

  private static void refused(int status, String reason, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElseThrow());
    String detail = JSON.readTree(answer.body()).get("detail").asString();
    assertTrue(detail.contains(reason), detail);
  }

  private static int total(String words) throws Exception {
    JsonNode answer = JSON.readTree(service.get("/api/v1/search?copies=unfold&q=" + words).body());
    return answer.at("/query/relaxed").asBoolean() ? 0 : answer.get("total").asInt();
  }

  private static HttpResponse<String> put(String id, String body) throws Exception {
    return service.send("PUT", "/api/v1/articles/" + id.replace("/", "%2F"), body);
  }

  private static HttpResponse<String> put(String id, String body, String type) throws Exception {
    String path = "/api/v1/articles/" + id.replace("/", "%2F");
    return service.send("PUT", path, body, "Content-Type", type);
  }

  private static HttpResponse<String> post(String lines) throws Exception {
    return service.send("POST", "/api/v1/articles", lines, "Content-Type", LINES);
  }
}
