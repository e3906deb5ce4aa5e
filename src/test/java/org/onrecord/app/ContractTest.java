package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.http.FakeBackend;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service keeps to {@code openapi.yaml}, in good answers and in bad ones. */
final class ContractTest {
  private static final String HARD_ID = "city%20desk%2F2024%237%2050%25%2B%22%C3%BC";

  private static HttpServer server;
  private static HttpClient client;
  private static Contract contract;

  @BeforeAll
  static void startService() throws IOException, InterruptedException {
    server = HttpServer.start(FakeBackend.service(), "127.0.0.1", 0);
    client = HttpClient.newHttpClient();
    contract = new Contract(get("/openapi.yaml", "*/*").body());
  }

  @AfterAll
  static void stopService() {
    client.close();
    server.close();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("/api/v1/search", 200),
        Arguments.of("/api/v1/search?q=Trump+Imran+Khan&party=PTI&size=1", 200),
        Arguments.of("/api/v1/search?type=quote&kind=direct&kind=mixed&interval=day", 200),
        Arguments.of("/api/v1/search?type=any&size=100&sort=oldest&from=2020-01-01", 200),
        Arguments.of("/api/v1/search?q=Khan+floods&facets=none", 200),
        Arguments.of("/api/v1/search?q=nowhere+seen&match=any", 200),
        Arguments.of("/api/v1/search?q=%F0%9F%98%80%20oops", 400),
        Arguments.of("/api/v1/search?from=2024-13-40&size=101&colour=red&facets=size", 400),
        Arguments.of("/api/v1/search?after=elsewhere", 400),
        Arguments.of("/api/v1/search?q=boom", 500),
        Arguments.of("/api/v1/articles/sample", 200),
        Arguments.of("/api/v1/articles/harbour", 200),
        Arguments.of("/api/v1/articles/" + HARD_ID, 200),
        Arguments.of("/api/v1/articles/nothing", 404),
        Arguments.of("/api/v1/articles/a%00b", 404),
        Arguments.of("/api/v1/paragraphs/" + HARD_ID + "~p0", 200),
        Arguments.of("/api/v1/paragraphs/" + HARD_ID + "~p1", 200),
        Arguments.of("/api/v1/paragraphs/sample~p99", 404),
        Arguments.of("/api/v1/quotes/" + HARD_ID + "~p2~q1", 200),
        Arguments.of("/api/v1/quotes/" + HARD_ID + "~p2~q2", 200),
        Arguments.of("/api/v1/quotes/sample~p3~q1", 200),
        Arguments.of("/api/v1/quotes/sample", 404),
        Arguments.of("/api/v1/quotes/sample~p3~q1/citation", 200),
        Arguments.of("/api/v1/quotes/" + HARD_ID + "~p2~q1/citation?format=json-ld", 200),
        Arguments.of("/api/v1/quotes/" + HARD_ID + "~p2~q1/citation?format=bibtex", 200),
        Arguments.of("/api/v1/quotes/sample~p3~q1/citation?format=word&x=1", 400),
        Arguments.of("/api/v1/quotes/sample/citation", 404),
        Arguments.of("/api/v1/paragraphs/" + HARD_ID + "~p1/citation", 200),
        Arguments.of("/api/v1/paragraphs/sample~p99/citation", 404),
        Arguments.of("/api/v1/suggest?q=khan&size=5", 200),
        Arguments.of("/api/v1/facets/speaker?q=khan&party=PTI&prefix=im&size=5", 200),
        Arguments.of("/api/v1/facets/outlet", 200),
        Arguments.of("/api/v1/voices?outlet=The+Harbour+Post", 200),
        Arguments.of("/api/v1/voices?q=khan&format=csv", 200),
        Arguments.of("/api/v1/voices?format=svg&type=any", 400),
        Arguments.of("/api/v1/trends", 200),
        Arguments.of("/api/v1/trends?split=party&interval=week&of=found&q=khan", 200),
        Arguments.of("/api/v1/trends?series=speaker:Imran+Khan&series=q:nowhere&format=csv", 200),
        Arguments.of("/api/v1/trends?series=speaker:Imran+Khan&format=svg&show=share", 200),
        Arguments.of("/api/v1/trends?series=Khan&split=size&of=none&words=99&type=any", 400),
        Arguments.of("/api/v1/trends?of=own", 400),
        Arguments.of("/api/v1/trends?q=boom", 500),
        Arguments.of("/api/v1/facets/date", 404),
        Arguments.of("/api/v1/facets/speaker?size=0&sort=newest&from=soon", 400),
        Arguments.of("/api/v1/facets/speaker?after=elsewhere", 400),
        Arguments.of("/api/v1/export?q=khan&type=any&sort=newest", 200),
        Arguments.of("/api/v1/export?q=khan&format=jsonl&party=PTI", 200),
        Arguments.of("/api/v1/export?format=xls&size=5", 400),
        Arguments.of("/api/v1/export?q=boom", 500),
        Arguments.of("/api/v1/feed.atom?q=khan&type=any", 200),
        Arguments.of("/api/v1/feed.atom?after=x&size=1000", 400),
        Arguments.of("/opensearch.xml", 200),
        Arguments.of("/embed/onrecord.js", 200),
        Arguments.of("/embed/frames.js", 200),
        Arguments.of("/oembed", 400),
        Arguments.of("/oembed?url=http://elsewhere.example/quotes/x", 404),
        Arguments.of("/oembed?url=x&format=xml", 501),
        Arguments.of("/api/v1/speakers/imran-khan", 200),
        Arguments.of("/api/v1/speakers/noor-adeel", 200),
        Arguments.of("/api/v1/speakers/nobody-at-all", 404),
        Arguments.of("/api/v1/parties/pti", 200),
        Arguments.of("/api/v1/parties/nothing", 404),
        Arguments.of("/api/v1/suggest", 200),
        Arguments.of("/api/v1/suggest?size=0&colour=red", 400),
        Arguments.of("/api/v1/search?q=a%00&variants=off", 400),
        Arguments.of("/api/v1/search?q=khan+w%2F5+x", 400),
        Arguments.of("/health", 200),
        Arguments.of("/health/live", 200),
        Arguments.of("/health/ready", 200),
        Arguments.of("/prometheus", 200));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerKeepsToContract(String path, int status) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path, "application/json");
    assertEquals(status, answer.statusCode(), answer.body());
    contract.assertKept(path, Request.Method.GET, answer);
  }

  /** An example stands with the answer, or with the schema that it names. */
  @Test
  void examplesAreWhatTheyAreExamplesOf() throws IOException, InterruptedException {
    JsonNode description =
        new JsonMapper().valueToTree(new Yaml().<Object>load(get("/openapi.yaml", "*/*").body()));
    int seen = 0;
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        for (Map.Entry<String, JsonNode> answer : method.getValue().get("responses").properties()) {
          JsonNode content = answer.getValue().at("/content/application~1json");
          if (content.isMissingNode()) {
            continue;
          }
          String ref = content.at("/schema/$ref").asString("");
          JsonNode example =
              content.has("example")
                  ? content.get("example")
                  : description.at(ref.replace("#", "") + "/example");
          String what = method.getKey() + " " + path.getKey() + " " + answer.getKey();
          assertFalse(example.isMissingNode(), "no example: " + what);
          contract.assertBody(
              path.getKey().replace("{id}", "x").replace("{name}", "party"),
              Request.Method.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
              Integer.parseInt(answer.getKey()),
              example.toString());
          seen++;
        }
      }
    }
    assertTrue(seen > 12, "examples: " + seen);
  }

  @Test
  void goodEmbeddingKeepsToContract() throws IOException, InterruptedException {
    String page = server.url().resolve("/quotes/sample~p3~q1").toString();
    String path = "/oembed?maxwidth=400&url=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    HttpResponse<String> answer = get(path, "application/json");
    assertEquals(200, answer.statusCode(), answer.body());
    contract.assertKept(path, Request.Method.GET, answer);
  }

  @Test
  void pagesKeepToContract() throws IOException, InterruptedException {
    for (String path : List.of("/quotes/", "/embed/quotes/")) {
      HttpResponse<String> page = get(path + "sample~p3~q1", "text/html");
      assertEquals(200, page.statusCode());
      contract.assertKept(path + "x", Request.Method.GET, page);
      HttpResponse<String> missing = get(path + "nothing", "text/html");
      assertEquals(404, missing.statusCode());
      contract.assertKept(path + "x", Request.Method.GET, missing);
    }
  }

  @Test
  void whatIsHeldIsNotSentAgain() throws IOException, InterruptedException {
    for (String path :
        List.of(
            "/api/v1/articles/sample",
            "/api/v1/paragraphs/sample~p1",
            "/api/v1/quotes/sample~p3~q1",
            "/api/v1/speakers/imran-khan",
            "/api/v1/parties/pti",
            "/api/v1/feed.atom?q=khan",
            "/quotes/sample~p3~q1",
            "/embed/quotes/sample~p3~q1",
            "/embed/onrecord.js")) {
      String tag = get(path, "*/*").headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> held =
          client.send(
              HttpRequest.newBuilder(server.url().resolve(path))
                  .header("If-None-Match", tag)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(304, held.statusCode(), path);
      assertEquals("", held.body());
      assertEquals(tag, held.headers().firstValue("ETag").orElseThrow());
      contract.assertKept(path, Request.Method.GET, held);
    }
  }

  @Test
  void headAndOptionsAreAnsweredEverywhere() throws IOException, InterruptedException {
    for (Arguments row : answers().toList()) {
      String path = (String) row.get()[0];
      if ((int) row.get()[1] != 200) {
        continue;
      }
      HttpResponse<String> head = sent(path, "HEAD");
      assertEquals(200, head.statusCode(), path);
      assertEquals("", head.body(), path);
      assertEquals(
          get(path, "*/*").headers().firstValue("Content-Type"),
          head.headers().firstValue("Content-Type"),
          path);
      HttpResponse<String> options = sent(path, "OPTIONS");
      assertEquals(200, options.statusCode(), path);
      assertTrue(options.headers().firstValue("Allow").orElse("").contains("GET"), path);
    }
  }

  private static HttpResponse<String> sent(String path, String method)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.url().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void otherMethodsAndTypesAreRefusedAsTheContractSays() throws IOException, InterruptedException {
    for (String path : List.of("/api/v1/search", "/api/v1/articles/sample", "/health")) {
      HttpResponse<String> notAcceptable = get(path, "text/csv");
      assertEquals(406, notAcceptable.statusCode());
      contract.assertKept(path, Request.Method.GET, notAcceptable);
      HttpResponse<String> notAllowed =
          client.send(
              HttpRequest.newBuilder(server.url().resolve(path))
                  .method("PATCH", HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(405, notAllowed.statusCode());
      contract.assertKept(path, Request.Method.GET, notAllowed);
    }
  }

  private static HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.url().resolve(path)).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
