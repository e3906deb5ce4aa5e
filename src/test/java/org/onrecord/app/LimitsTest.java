package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.query.QueryLimits;
import org.onrecord.query.QueryParser;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;
import org.onrecord.search.SearchTimeoutException;

/** What is taken at a limit and refused past it. */
class LimitsTest {
  @TempDir private Path home;

  private static void assertLimit(String atLimit, String past) throws QuerySyntaxException {
    QueryParser.parse(atLimit);
    assertThrows(QuerySyntaxException.class, () -> QueryParser.parse(past));
  }

  @Test
  void queryHasALength() throws QuerySyntaxException {
    String longest = "a".repeat(QueryLimits.DEFAULT.characters());
    assertLimit(longest, longest + "a");
  }

  @Test
  void queryHasSoManyWords() throws QuerySyntaxException {
    String most = "a ".repeat(QueryLimits.DEFAULT.words());
    assertLimit(most, most + "b");
  }

  @Test
  void queryHasSoManyWildcards() throws QuerySyntaxException {
    String most = "abc* ".repeat(QueryParser.MAX_WILDCARDS);
    assertLimit(most + "b", most + "b*");
  }

  @Test
  void queryIsSoDeep() throws QuerySyntaxException {
    String open = "(".repeat(QueryParser.MAX_DEPTH);
    String close = ")".repeat(QueryParser.MAX_DEPTH);
    assertLimit(open + "a" + close, "(" + open + "a" + close + ")");
  }

  @Test
  void articleHasALengthAndSoManyParagraphs() throws IOException {
    Path lines = home.resolve("a.jsonl");
    String begin = "{\"date\":\"2024-11-07\",\"id\":\"";
    Files.writeString(
        lines,
        begin
            + "longest\",\"title\":\"ab\",\"body\":\""
            + "a".repeat(998)
            + "\"}\n"
            + begin
            + "longer\",\"title\":\"ab\",\"body\":\""
            + "a".repeat(999)
            + "\"}\n"
            + begin
            + "most\",\"title\":\"ab\",\"body\":\"a\\n\\nb\"}\n"
            + begin
            + "more\",\"title\":\"ab\",\"body\":\"a\\n\\nb\\n\\nc\"}\n");
    ProgramRun run =
        ProgramRun.of(
            home, "index", lines.toString(), "--max-article", "1", "--max-paragraphs", "3");
    assertEquals(3, run.code(), run.err());
    assertTrue(run.out().contains("2 articles"), run.out());
    assertTrue(
        run.out()
            .contains(
                "line 2: the article has 1,001 characters; 1,000 are the most that are taken"
                    + " (--max-article)"),
        run.out());
    assertTrue(
        run.out().contains("line 4: the article has 4 paragraphs; 3 are the most"), run.out());
    assertEquals(2, ProgramRun.of(home, "index", "x", "--max-article", "0").code());
    assertEquals(2, ProgramRun.of(home, "index", "x", "--min-free-disk", "-1").code());
  }

  @Test
  void searchIsStoppedInTime() throws Exception {
    assertEquals(0, ProgramRun.of(home, "index", "src/docs/examples/articles").code());
    Path index = home.resolve("index");
    RegistryAliases names = new RegistryAliases();
    try (LuceneArchiveReader slow = LuceneArchiveReader.open(index, Duration.ofNanos(1));
        LuceneArchiveReader open = LuceneArchiveReader.open(index)) {
      for (String q : new String[] {"bridge", "bri*", "bridje~", ""}) {
        IOException e =
            assertThrows(
                SearchTimeoutException.class,
                () -> new SearchService(slow.backend(), names, names).search(SearchRequest.of(q)),
                q);
        assertTrue(String.valueOf(e.getMessage()).contains("was stopped"), e::toString);
        assertTrue(
            new SearchService(open.backend(), names, names).search(SearchRequest.of(q)).total() > 0,
            q);
      }
      assertTrue(slow.backend().counts().articles() > 0);
      assertAnswered503(new SearchService(slow.backend(), names, names));
    }
    assertQueriesAreBounded(index);
  }

  private static void assertQueriesAreBounded(Path index) throws IOException {
    RegistryAliases names = new RegistryAliases();
    QueryLimits few = new QueryLimits(10, 2, 1);
    try (LuceneArchiveReader reader =
        LuceneArchiveReader.open(index, () -> Duration.ofSeconds(10), few.expansion())) {
      SearchService service = new SearchService(reader.backend(), names, names, few);
      assertTrue(service.search(SearchRequest.of("bridge May")).total() > 0);
      for (Map.Entry<String, String> past :
          Map.of(
                  "bridge May1", "at most 10 can be searched for",
                  "a b c", "more than 2 words",
                  "th*", "more than 1 different words")
              .entrySet()) {
        InvalidRequestException e =
            assertThrows(
                InvalidRequestException.class,
                () -> service.search(SearchRequest.of(past.getKey())));
        assertTrue(String.valueOf(e.getMessage()).contains(past.getValue()), e::toString);
      }
    }
  }

  private static void assertAnswered503(SearchService slow) throws Exception {
    try (HttpServer server = HttpServer.start(slow, "127.0.0.1", 0);
        HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of(
              "api/v1/search?q=bridge",
              "api/v1/search?q=%22bridge+ferry%22",
              "api/v1/facets/speaker",
              "api/v1/suggest?q=bri",
              "api/v1/feed.atom?q=bridge",
              "?q=bridge")) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(server.url().resolve(path))
                    .header("Accept", path.startsWith("?") ? "text/html" : "*/*")
                    .build(),
                BodyHandlers.ofString());
        assertEquals(503, answer.statusCode(), path + ": " + answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent(), path);
        assertTrue(answer.body().contains("was stopped. Ask for less"), answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(
            type.startsWith(path.startsWith("?") ? "text/html" : "application/problem+json"),
            path + ": " + type);
      }
      assertEquals(
          200,
          client
              .send(
                  HttpRequest.newBuilder(server.url().resolve("health/ready")).build(),
                  BodyHandlers.ofString())
              .statusCode());
    }
  }
}
