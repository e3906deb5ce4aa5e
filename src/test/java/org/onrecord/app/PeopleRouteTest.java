package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Permalinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names are decided about by HTTP and on the command line: the program as it is shipped. */
final class PeopleRouteTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DECISIONS = "/api/v1/people/decisions";

  private static final String TWO = Permalinks.quotation("two", "We will never sell the ferry");

  @TempDir private Path home;
  private CheckedService service;

  @BeforeEach
  void start() throws Exception {
    service = CheckedService.start(home);
    put("one", "“The pier must go before winter,” Ruth Alder said.");
    put("two", "“We will never sell the ferry,” Rutha Alder said. Tom Birch waited.");
  }

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  private void put(String id, String body) throws Exception {
    String json =
        "{\"date\": \"2024-11-07\", \"outlet\": \"%s\", \"body\": \"%s\"}".formatted(id, body);
    HttpResponse<String> answer = service.send("PUT", "/api/v1/articles/" + id, json);
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  private static JsonNode json(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private JsonNode get(String path) throws Exception {
    return json(200, service.send("GET", path, ""));
  }

  private JsonNode decide(String json) throws Exception {
    return json(200, service.send("POST", DECISIONS, json));
  }

  private void refused(int status, String reason, HttpResponse<String> answer) {
    String detail = json(status, answer).get("detail").asString();
    assertTrue(detail.contains(reason), detail);
  }

  private int said(String speaker) throws Exception {
    return get("/api/v1/search?type=quote&speaker="
            + URLEncoder.encode(speaker, StandardCharsets.UTF_8))
        .get("total")
        .asInt();
  }

  /** Everything that a reader can see of names. */
  private String everything() throws Exception {
    List<String> all = new ArrayList<>();
    for (String path :
        List.of(
            "/api/v1/search?type=any&q=said&facets=speaker,mention,party",
            "/api/v1/quotes/" + TWO,
            "/api/v1/articles/two",
            "/api/v1/facets/speaker",
            "/api/v1/suggest?q=ald",
            "/api/v1/export?type=quote&format=csv",
            "/api/v1/export?type=quote&format=jsonl",
            "/api/v1/feed.atom?type=quote",
            "/quotes/" + TWO,
            "/embed/quotes/" + TWO,
            "/articles/two",
            "/cite/quotes/" + TWO,
            "/?q=ferry&type=quote")) {
      HttpResponse<String> answer = service.get(path);
      assertEquals(200, answer.statusCode(), path);
      all.add(path + " " + answer.body().replaceAll("(?s)\"tookMillis\":\\d+|<updated>[^<]*", ""));
    }
    return String.join("\n", all);
  }

  @Test
  void mergeIsSeenEverywhereAndUndoneWithoutATrace() throws Exception {
    String before = everything();
    assertEquals(1, said("Rutha Alder"));
    JsonNode done =
        decide(
            "{\"decision\":\"merge\",\"who\":\"rutha-alder\",\"other\":\"Ruth"
                + " Alder\",\"note\":\"one\"}");
    assertEquals("this machine", done.get("by").asString());
    assertEquals("holds", done.get("state").asString());
    assertEquals(1, done.get("number").asInt());
    assertEquals(2, said("Ruth Alder"));
    assertEquals(2, said("Rutha Alder"), "the old name stands for the new one");
    String merged = everything();
    for (String shown :
        List.of("\"name\":\"Rutha", "\"value\":\"Rutha", "<bdi>Rutha", "<name>Rutha", ",Rutha")) {
      assertFalse(merged.contains(shown), shown + " in " + merged);
    }
    assertTrue(
        get("/api/v1/quotes/" + TWO).at("/quotation/speaker/name").asString().equals("Ruth Alder"));
    assertEquals(
        "ruth-alder", get("/api/v1/speakers/rutha-alder").get("id").asString(), "its profile");
    assertEquals(2, get("/api/v1/speakers/ruth-alder").at("/counts/quotations").asInt());
    put("three", "“The toll stays,” Rutha Alder said.");
    assertEquals(3, said("Ruth Alder"), "what is taken in later too");
    assertEquals(204, service.send("DELETE", "/api/v1/articles/three", "").statusCode());
    JsonNode undone = json(200, service.send("DELETE", DECISIONS + "/1", ""));
    assertEquals("undo", undone.get("decision").asString());
    assertEquals(before, everything());
    JsonNode log = get(DECISIONS);
    assertEquals("undone", log.at("/decisions/0/state").asString());
    assertEquals("done", log.at("/decisions/1/state").asString());
    String audit = Files.readString(home.resolve("index/audit.jsonl"));
    assertTrue(audit.contains("Rutha Alder (rutha-alder) is Ruth Alder (ruth-alder)"), audit);
  }

  @Test
  void strikeLeavesTheWordsAndNobody() throws Exception {
    decide("{\"decision\":\"strike\",\"who\":\"rutha-alder\"}");
    JsonNode quote = get("/api/v1/quotes/" + TWO).get("quotation");
    assertTrue(quote.get("speaker").isNull());
    assertEquals("We will never sell the ferry", quote.get("content").asString());
    assertEquals(0, said("Rutha Alder"));
    assertEquals(404, service.send("GET", "/api/v1/speakers/rutha-alder", "").statusCode());
    assertFalse(service.get("/api/v1/facets/speaker?type=quote").body().contains("Rutha"));
    assertFalse(service.get("/api/v1/suggest?q=ruth").body().contains("Rutha"));
    JsonNode people = get("/api/v1/people?q=rutha");
    assertTrue(people.at("/people/0/struck").asBoolean());
    json(200, service.send("DELETE", DECISIONS + "/1", ""));
    assertEquals(1, said("Rutha Alder"));
  }

  @Test
  void renameAndPartHold() throws Exception {
    decide("{\"decision\":\"rename\",\"who\":\"ruth-alder\",\"name\":\"Dame Ruth Alder\"}");
    assertEquals(1, said("Dame Ruth Alder"));
    assertEquals("Dame Ruth Alder", get("/api/v1/speakers/ruth-alder").get("name").asString());
    assertTrue(service.get("/api/v1/suggest?q=dame").body().contains("Dame Ruth Alder"));
    decide(
        "{\"decision\":\"part\",\"who\":\"ruth-alder\",\"other\":\"Ruth Alder"
            + " (Elmsea)\",\"outlet\":\"One\"}");
    assertEquals(0, said("Dame Ruth Alder"));
    assertEquals(1, said("Ruth Alder (Elmsea)"));
    assertEquals(
        "Ruth Alder (Elmsea)", get("/api/v1/speakers/ruth-alder-elmsea").get("name").asString());
  }

  @Test
  void whatIsNoDecisionIsRefusedWithTheReason() throws Exception {
    refused(422, "\"decision\" is missing", service.send("POST", DECISIONS, "{}"));
    refused(422, "one JSON object", service.send("POST", DECISIONS, "[]"));
    refused(422, "there are merge", service.send("POST", DECISIONS, "{\"decision\":\"join\"}"));
    refused(
        422,
        "takes no \"name\"",
        service.send("POST", DECISIONS, "{\"decision\":\"strike\",\"who\":\"x\",\"name\":\"y\"}"));
    refused(
        422,
        "mark-up",
        service.send(
            "POST",
            DECISIONS,
            "{\"decision\":\"rename\",\"who\":\"ruth-alder\",\"name\":\"<b>Ruth</b>\"}"));
    refused(
        422,
        "not empty",
        service.send(
            "POST", DECISIONS, "{\"decision\":\"rename\",\"who\":\"ruth-alder\",\"name\":\" \"}"));
    refused(
        422,
        "n which articles",
        service.send(
            "POST", DECISIONS, "{\"decision\":\"part\",\"who\":\"ruth-alder\",\"other\":\"X Y\"}"));
    refused(
        404,
        "ruth-alder",
        service.send("POST", DECISIONS, "{\"decision\":\"strike\",\"who\":\"ruth-aldr\"}"));
    refused(
        409,
        "the same id",
        service.send(
            "POST",
            DECISIONS,
            "{\"decision\":\"merge\",\"who\":\"ruth-alder\",\"other\":\"ruth-alder\"}"));
    refused(404, "no decision 7", service.send("DELETE", DECISIONS + "/7", ""));
    refused(404, "no decision", service.send("DELETE", DECISIONS + "/x", ""));
    assertEquals(0, get(DECISIONS).get("decisions").size());
  }

  @Test
  void commandLineDecidesAndARunningServiceFollowsAtOnce() throws Exception {
    ProgramRun merged =
        ProgramRun.of(home, "people", "merge", "Rutha Alder", "ruth-alder", "--by", "R. Elm");
    assertEquals(0, merged.code(), merged.err());
    assertEquals("1: Rutha Alder (rutha-alder) is Ruth Alder (ruth-alder)\n", merged.out());
    assertEquals(2, said("Ruth Alder"));
    ProgramRun list = ProgramRun.of(home, "people", "list", "alder");
    assertTrue(
        list.out().contains("rutha-alder  Rutha Alder  1  1  counts as Ruth Alder (ruth-alder)"),
        list.out());
    ProgramRun circle =
        ProgramRun.of(home, "people", "merge", "ruth-alder", "rutha-alder", "--by", "R. Elm");
    assertEquals(1, circle.code());
    assertTrue(circle.err().contains("by decision 1"), circle.err());
    ProgramRun unsigned = ProgramRun.of(home, "people", "strike", "tom-birch");
    assertEquals(2, unsigned.code());
    assertTrue(unsigned.err().contains("--by NAME"), unsigned.err());
    ProgramRun reindexed = ProgramRun.of(home, "reindex");
    for (int i = 0; i < 20 && reindexed.err().contains("try again"); i++) {
      // The service may be about to close the index after a write of its own.
      Thread.sleep(250);
      reindexed = ProgramRun.of(home, "reindex");
    }
    assertEquals(0, reindexed.code(), reindexed.err());
    assertTrue(
        ProgramRun.of(home, "search", "--type", "quote", "--speaker", "Ruth Alder")
            .out()
            .startsWith("2 "));
    ProgramRun undone = ProgramRun.of(home, "people", "undo", "1", "--by", "R. Elm");
    assertEquals(0, undone.code(), undone.err());
    ProgramRun log = ProgramRun.of(home, "people", "log");
    assertTrue(log.out().contains("no longer holds: it was undone"), log.out());
    assertTrue(
        ProgramRun.of(home, "search", "--type", "quote", "--speaker", "Ruth Alder")
            .out()
            .startsWith("1 "));
  }

  @Test
  void decisionsSurviveBackupAndRestore() throws Exception {
    decide("{\"decision\":\"strike\",\"who\":\"rutha-alder\"}");
    assertEquals(0, ProgramRun.of(home, "backup", home.resolve("backup").toString()).code());
    Path other = home.resolve("other");
    ProgramRun restored =
        ProgramRun.of(
            home, "restore", home.resolve("backup").toString(), "--index", other.toString());
    assertEquals(0, restored.code(), restored.err());
    ProgramRun log = ProgramRun.of(home, "people", "log", "--index", other.toString());
    assertTrue(log.out().contains("Rutha Alder (rutha-alder) is no name"), log.out());
  }
}
