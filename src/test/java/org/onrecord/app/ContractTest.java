package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.atlassian.oai.validator.model.Request;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.http.FakeBackend;

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
        Arguments.of("/api/v1/suggest?q=khan&size=5", 200),
        Arguments.of("/api/v1/facets/speaker?q=khan&party=PTI&prefix=im&size=5", 200),
        Arguments.of("/api/v1/facets/outlet", 200),
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
