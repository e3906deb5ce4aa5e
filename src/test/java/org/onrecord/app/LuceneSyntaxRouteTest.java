package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.search.SearchService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever reads a query reads it in Lucene's syntax where it is told to, to the last route. */
final class LuceneSyntaxRouteTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUERY =
      "+ferry -pier \"left harbour\"~3 date:[2024-11-06 TO 2024-11-08]";

  @TempDir private static Path folder;
  private static ServedArchive served;

  @BeforeAll
  static void start() throws IOException {
    served =
        ServedArchive.open(
            folder,
            archive -> {
              RegistryAliases names = new RegistryAliases();
              return HttpServer.start(
                  new SearchService(archive.backend(), names, names), "127.0.0.1", 0);
            });
    served.put(
        article("dawn").on("2024-11-07").paragraph("The ferry left Harbour at dawn."),
        article("pier").on("2024-11-07").paragraph("The ferry lies at the pier of Elmsea."),
        article("late").on("2024-11-09").paragraph("A bridge, said Ruth Alder."));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  private static String path(String route, String q) {
    return route + "syntax=lucene&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
  }

  private static JsonNode search(String q) throws Exception {
    HttpResponse<String> answer = served.get(path("/api/v1/search?", q));
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void searchFindsAndSaysHowItWasReadAndMarksTheWords() throws Exception {
    JsonNode answer = search("+ferry -pier");
    assertEquals("ferry AND NOT pier, in paragraphs", answer.at("/query/explained").asString());
    assertEquals(1, answer.get("total").asInt());
    assertEquals("dawn~p1", answer.at("/hits/0/id").asString());
    assertEquals(4, answer.at("/hits/0/snippets/0/highlights/0/start").asInt());
    assertEquals(1, search("\"ferry harbour\"~1").get("total").asInt());
    assertEquals(2, search("pier date:[2024-11-08 TO *]").get("total").asInt());
  }

  @Test
  void whatDoesNotNarrowIsTold() throws Exception {
    assertEquals(
        "ferry, in paragraphs; pier and speaker:alder are left out, without a + beside what has"
            + " one",
        search("+ferry pier speaker:alder").at("/query/explained").asString());
    String page = served.get(path("/?", "+ferry pier")).body();
    assertTrue(page.contains("pier is left out, without a + beside what has one"), page);
    assertEquals(
        "ferry AND pier, in paragraphs", search("+ferry +pier").at("/query/explained").asString());
  }

  @Test
  void oneQueryMeansAnotherThingInOurSyntax() throws Exception {
    assertEquals(3, search("ferry bridge").get("total").asInt());
    JsonNode own = JSON.readTree(served.get("/api/v1/search?q=ferry+bridge").body());
    assertEquals("any", own.at("/query/match").asString());
  }

  @Test
  void everyRouteThatTakesAQueryReadsIt() throws Exception {
    assertEquals(2, served.get(path("/api/v1/export?", QUERY)).body().lines().count());
    assertEquals(
        1, served.get(path("/api/v1/feed.atom?", QUERY)).body().split("<entry>", -1).length - 1);
    JsonNode facet = JSON.readTree(served.get(path("/api/v1/facets/type?", QUERY)).body());
    assertEquals(1, facet.at("/values/0/count").asInt());
    String article =
        served.get(path("/articles/dawn?", "\"ferry harbour\"~1")).body().replaceAll("\\s+", " ");
    assertTrue(article.contains("<mark"), article);
    assertTrue(article.contains("<input type=\"hidden\" name=\"syntax\" value=\"lucene\">"));
  }

  @Test
  void faultIsPointedAtInCodePoints() throws Exception {
    HttpResponse<String> answer = served.get(path("/api/v1/search?", "\uD83D\uDE00 ferry /pier/"));
    assertEquals(400, answer.statusCode());
    JsonNode error = JSON.readTree(answer.body()).at("/errors/0");
    assertEquals("q", error.get("parameter").asString());
    assertEquals(8, error.get("position").asInt());
    assertTrue(error.get("detail").asString().contains("regular expression"));
  }

  @Test
  void limitsHold() throws Exception {
    assertEquals(400, served.get(path("/api/v1/search?", "ferry ".repeat(257))).statusCode());
    assertEquals(400, served.get(path("/api/v1/search?", "f* ".repeat(33))).statusCode());
  }

  @Test
  void pageKeepsTheSyntaxInItsAddressAndLeadsBack() throws Exception {
    String page = served.get(path("/?", "+ferry -pier")).body();
    assertTrue(page.contains("1 passage"), page);
    assertTrue(
        page.contains("<input type=\"hidden\" name=\"syntax\" value=\"lucene\" form=\"find\">"));
    assertTrue(page.contains("<a href=\"/?q=%2Bferry+-pier\">Go back to OnRecord’s syntax</a>"));
    assertTrue(page.contains("href=\"/api/v1/export?q=%2Bferry+-pier&amp;syntax=lucene&amp;"));
    String own = served.get("/?q=ferry").body();
    assertFalse(own.contains("Lucene"));
    assertFalse(own.contains("syntax"));
  }

  @Test
  void whatOneSyntaxRefusesIsOfferedInTheOther() throws Exception {
    String page = served.get("/?q=date%3A%5B2024+TO+2025%5D").body();
    assertTrue(page.contains("syntax=lucene\">Read it in Lucene’s syntax</a>"), page);
    String back = served.get(path("/?", "date:2024-11..2024-12 NEAR/5")).body();
    assertFalse(back.contains("Read it in"), "neither reads it");
    assertTrue(
        served
            .get(path("/?", "https://harbour.example/ferry"))
            .body()
            .contains("Read it in OnRecord’s syntax"));
  }

  @Test
  void misspeltWordIsMendedWhereItStands() throws Exception {
    JsonNode answer = search("+\"left harbur\"~3 +ferry");
    assertEquals(
        List.of("+\"left harbour\"~3 +ferry"),
        answer.at("/query/suggestions").valueStream().map(s -> s.get("q").asString()).toList());
  }
}
