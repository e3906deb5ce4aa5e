package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Permalinks;
import org.onrecord.backend.lucene.LuceneArchive;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quotations are corrected by HTTP: the program as it is shipped, on an index of its own. */
final class CorrectionRouteTest {
  private static final JsonMapper JSON = new JsonMapper();

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

  /** An article of its own for each test; its id has a slash. */
  private static String article(String name) throws Exception {
    String body =
        """
        {"date": "2024-11-07", "outlet": "%s",
         "body": "“The pier must go before winter,” Ruth Alder said.\\n\\n“We will never sell the pier,” Khawaja Asif said."}
        """
            .formatted(name);
    assertEquals(201, service.send("PUT", "/api/v1/articles/" + name + "%2F1", body).statusCode());
    return name + "%2F1";
  }

  private static String first(String article) {
    return Permalinks.quotation(article, "The pier must go before winter");
  }

  private static String second(String article) {
    return Permalinks.quotation(article, "We will never sell the pier");
  }

  @Test
  void correctedSpeakerIsFoundAndTheOldOneNot() throws Exception {
    String article = article("speaker");
    JsonNode done =
        json(
            200,
            correct(
                first(article),
                "{\"decision\":\"speaker\",\"name\":\"imran khan\",\"note\":\"heard it\"}"));
    assertEquals("Imran Khan", done.at("/quotation/speaker/name").asString());
    assertEquals("PTI", done.at("/quotation/party/name").asString());
    assertEquals("this machine", done.at("/quotation/correction/by").asString());
    assertEquals("heard it", done.at("/correction/note").asString());
    assertEquals("holds", done.at("/correction/state").asString());
    assertEquals(first("speaker/1"), done.at("/correction/now").asString());
    assertEquals(0, done.get("othersChanged").asInt());
    assertEquals(1, total("type=quote&outlet=speaker&speaker=Imran+Khan"));
    assertEquals(0, total("type=quote&outlet=speaker&speaker=Ruth+Alder"));
    JsonNode linked = json(200, service.send("GET", done.at("/links/self").asString(), ""));
    assertEquals(done.get("quotation"), linked.get("quotation"));
  }

  @Test
  void articleThatIsTakenInAgainKeepsItsCorrections() throws Exception {
    String article = article("again");
    correct(second(article), "{\"decision\":\"no-party\"}");
    String same =
        "{\"date\": \"2024-11-08\", \"outlet\": \"again\", \"body\": \"It rained.\\n\\n“We will"
            + " never sell the pier,” Khawaja Asif said.\"}";
    json(200, service.send("PUT", "/api/v1/articles/" + article, same));
    JsonNode quote = json(200, service.send("GET", "/api/v1/quotes/" + second(article), ""));
    assertTrue(quote.at("/quotation/party").isNull(), quote::toString);
  }

  @Test
  void historyTellsEveryDecisionAndUndoIsOneOfThem() throws Exception {
    String article = article("history");
    String quotation = first(article);
    correct(quotation, "{\"decision\":\"party\",\"name\":\"Harbour Party\"}");
    correct(quotation, "{\"decision\":\"not-a-quotation\",\"note\":\"a sign\"}");
    refused(409, "withdraw", correct(quotation, "{\"decision\":\"no-party\"}"));
    assertEquals(404, service.send("GET", "/api/v1/quotes/" + quotation, "").statusCode());
    JsonNode shown = json(200, service.send("GET", "/api/v1/articles/" + article, ""));
    assertEquals("a sign", shown.at("/paragraphs/0/struck/0/note").asString());
    JsonNode undone = json(200, correct(quotation, "{\"decision\":\"withdraw\"}"));
    assertEquals("Ruth Alder", undone.at("/quotation/speaker/name").asString());
    assertTrue(undone.at("/quotation/correction").isNull());
    refused(409, "could be withdrawn", correct(quotation, "{\"decision\":\"withdraw\"}"));
    String path = "/api/v1/articles/" + article + "/corrections";
    HttpResponse<String> answer = service.send("GET", path, "");
    JsonNode history = json(200, answer);
    assertEquals(List.of("party", "not-a-quotation", "withdraw"), texts(history, "decision"));
    assertEquals(List.of("superseded", "superseded", "done"), texts(history, "state"));
    assertEquals("Harbour Party", history.at("/corrections/0/name").asString());
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, service.send("GET", path, "", "If-None-Match", tag).statusCode());
    assertEquals(204, service.send("DELETE", "/api/v1/articles/" + article, "").statusCode());
    assertEquals(404, service.send("GET", path, "").statusCode());
  }

  @Test
  void struckQuotationIsToldAsStruck() throws Exception {
    String article = article("struck");
    JsonNode done = json(200, correct(second(article), "{\"decision\":\"not-a-quotation\"}"));
    assertTrue(done.get("struck").asBoolean());
    assertEquals("We will never sell the pier", done.at("/quotation/content").asString());
    assertTrue(done.at("/links/self").isNull());
    assertEquals(0, total("type=quote&outlet=struck&speaker=Khawaja+Asif"));
  }

  @Test
  void otherVersionIsNotCorrected() throws Exception {
    String article = article("held");
    String quote = first(article);
    String tag =
        service
            .send("GET", "/api/v1/quotes/" + quote, "")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    String body = "{\"decision\":\"speaker\",\"name\":\"Tom Birch\"}";
    json(200, correct(quote, body, "If-Match", tag));
    refused(412, "Read it again", correct(quote, body, "If-Match", tag));
    JsonNode whole = json(200, service.send("GET", "/api/v1/articles/" + article, ""));
    json(200, correct(quote, body, "If-Match", '"' + whole.get("version").asString() + '"'));
    refused(412, "Read it again", correct(quote, body, "If-Match", "\"000000000000\""));
  }

  @Test
  void whatIsNoDecisionIsRefusedWithTheReason() throws Exception {
    String quote = first(article("wrong"));
    refused(422, "\"decision\" is missing", correct(quote, "{}"));
    refused(422, "one JSON object", correct(quote, "[]"));
    refused(422, "one JSON object", correct(quote, ""));
    refused(422, "roken JSON", correct(quote, "{\"decision\":"));
    refused(422, "one JSON object", correct(quote, "{\"decision\":\"withdraw\"}{}"));
    refused(422, "Duplicate", correct(quote, "{\"decision\":\"withdraw\",\"decision\":\"party\"}"));
    refused(422, "roken JSON", correct(quote, "{\"name\":" + "[".repeat(30_000)));
    refused(422, "there are speaker, party", correct(quote, "{\"decision\":\"confirm\"}"));
    refused(422, "\"name\" is missing", correct(quote, "{\"decision\":\"speaker\"}"));
    refused(422, "not blank", correct(quote, "{\"decision\":\"party\",\"name\":\" \"}"));
    refused(422, "must be a string", correct(quote, "{\"decision\":\"party\",\"name\":7}"));
    refused(422, "takes no \"name\"", correct(quote, "{\"decision\":\"withdraw\",\"name\":\"x\"}"));
    refused(422, "\"by\" is no member", correct(quote, "{\"decision\":\"withdraw\",\"by\":\"x\"}"));
    refused(
        422,
        "person, organisation, unnamed",
        correct(quote, "{\"decision\":\"speaker\",\"name\":\"x\",\"type\":\"dog\"}"));
    refused(
        422,
        "at most 200",
        correct(quote, "{\"decision\":\"party\",\"name\":\"" + "x".repeat(201) + "\"}"));
    refused(413, "too long", correct(quote, " ".repeat(70_000)));
    refused(415, "text/plain", correct(quote, "{}", "Content-Type", "text/plain"));
    refused(404, "no quotation", correct("wrong%2F1~p1~q9", "{\"decision\":\"no-party\"}"));
    refused(404, "no quotation", correct("nothing", "{\"decision\":\"no-party\"}"));
    refused(404, "no article", service.send("GET", "/api/v1/articles/nothing/corrections", ""));
    assertFalse(Files.readString(home.resolve("index/corrections.jsonl")).contains("wrong/1"));
  }

  @Test
  void anotherWriterIsWaitedFor() throws Exception {
    String quote = first(article("locked"));
    try (LuceneArchive other = LuceneArchive.openExisting(home.resolve("index"))) {
      other.commit();
      HttpResponse<String> answer = correct(quote, "{\"decision\":\"no-party\"}");
      refused(503, "Another process", answer);
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }
    json(200, correct(quote, "{\"decision\":\"no-party\"}"));
  }

  @Test
  void articleWhoseIdEndsLikeTheRouteIsStillFound() throws Exception {
    String article = article("b%2Fcorrections");
    String path = "/api/v1/articles/b%2Fcorrections";
    assertEquals(
        201,
        service
            .send("PUT", path, "{\"date\":\"2024-11-07\",\"body\":\"It rained.\"}")
            .statusCode());
    assertEquals("b/corrections", json(200, service.send("GET", path, "")).get("id").asString());
    assertEquals(404, service.send("GET", "/api/v1/articles/b/corrections", "").statusCode());
    assertEquals(
        "b/corrections/1",
        json(200, service.send("GET", "/api/v1/articles/" + article + "/corrections", ""))
            .get("article")
            .asString());
  }

  private static HttpResponse<String> correct(String quote, String body, String... headers)
      throws Exception {
    return service.send("POST", "/api/v1/quotes/" + quote + "/corrections", body, headers);
  }

  private static JsonNode json(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static void refused(int status, String reason, HttpResponse<String> answer) {
    String detail = json(status, answer).get("detail").asString();
    assertTrue(detail.contains(reason), detail);
  }

  private static List<String> texts(JsonNode history, String member) {
    return IntStream.range(0, history.get("corrections").size())
        .mapToObj(i -> history.at("/corrections/" + i + "/" + member).asString())
        .toList();
  }

  private static int total(String parameters) throws Exception {
    return json(200, service.send("GET", "/api/v1/search?" + parameters, "")).get("total").asInt();
  }
}
