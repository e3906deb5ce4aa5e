package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.article.Permalinks.quotation;

import com.atlassian.oai.validator.model.Request;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who else reports a quotation, and who still has words that were corrected. */
class QuotationReportsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String WHOLE =
      "The harbour bridge was built on rotten timber, and nobody at the council cared";
  private static final String PIECE = "The harbour bridge was built on rotten timber";
  private static final String WRONG =
      "The lighthouse keeper was paid forty thousand crowns for his silence";
  private static final String RIGHT =
      "The lighthouse keeper was paid fourteen thousand crowns for his silence";

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static Contract contract;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    served = ServedProgram.start(home, List.of("serve"));
    client = HttpClient.newHttpClient();
    contract = new Contract(get("/openapi.yaml").body());
    put("whole", "2024-11-07", "“" + WHOLE + ",” Marta Quill said.");
    put("same", "2024-11-06", "It rained. “" + WHOLE + ",” Marta Quill told the fair.");
    put("piece", "2024-11-08", "At the fair she spoke. “" + PIECE + ",” Marta Quill said.");
    put("later", "2023-01-02", "“Rotten timber, nobody cared,” Marta Quill said.");
    put("other", "2024-11-07", "“The harbour bridge was built in ten years,” Tom Hale said.");
    put("hush", "2024-11-07", "“No comment,” Marta Quill said on the quay.");
    put("hush-2", "2024-12-24", "“No comment,” Marta Quill said at the inn.");
    put("hush-3", "2024-11-07", "“No comment,” Tom Hale said at the inn.");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static void put(String id, String date, String body) throws Exception {
    send(
        "PUT", id, "{\"date\":\"%s\",\"outlet\":\"%s\",\"body\":\"%s\"}".formatted(date, id, body));
  }

  private static void send(String method, String id, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/articles/" + id))
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private static JsonNode reports(String quotation) throws Exception {
    String path = "/api/v1/quotes/" + quotation + "/reports";
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    contract.assertKept(path, Request.Method.GET, answer);
    return JSON.readTree(answer.body());
  }

  private static List<String> told(JsonNode reports) {
    List<String> told = new ArrayList<>();
    reports.forEach(
        one ->
            told.add(
                one.at("/article/id").asString()
                    + " "
                    + one.path("wording").asString()
                    + " "
                    + one.path("voice").asString()));
    return told;
  }

  @Test
  void reportsAreThoseOfTheSameWordsAndOfAPieceOfThem() throws Exception {
    JsonNode found = reports(quotation("whole", WHOLE));
    assertEquals(List.of("same same same", "piece shorter same"), told(found.get("reports")));
    assertEquals("same", found.at("/firstSeen/article/id").asString());
    assertEquals(2, found.get("total").asInt());
    JsonNode fromPiece = reports(quotation("piece", PIECE));
    assertEquals(List.of("same longer same", "whole longer same"), told(fromPiece.get("reports")));
  }

  @Test
  void ofOneDayTheEarliestTimeIsSeenFirst() throws Exception {
    String words = "Nine seals were counted on the sandbank before the storm broke";
    String body = "“" + words + ",” Tom Hale said.";
    String line = "{\"date\":\"2024-11-07\",\"versionCreated\":\"%s\",\"body\":\"%s\"}";
    send("PUT", "noon", line.formatted("2024-11-07T12:00:00Z", body));
    send("PUT", "dawn", line.formatted("2024-11-07T07:30:00+02:00", body));
    String noon = quotation("noon", words);
    JsonNode first = reports(noon).get("firstSeen");
    assertEquals("dawn", first.at("/article/id").asString());
    assertEquals("2024-11-07T05:30:00Z", first.get("time").asString());
    String page = get("/quotes/" + noon).body();
    assertTrue(page.contains("first on 7 November 2024, 05:30 UTC"), page);
  }

  @Test
  void commonPhraseIsNoReportOfAnothers() throws Exception {
    assertEquals(0, reports(quotation("hush", "No comment")).get("total").asInt());
  }

  @Test
  void pageTellsWhoShortenedIt() throws Exception {
    String page = get("/quotes/" + quotation("whole", WHOLE)).body();
    assertTrue(page.contains("2 other articles, first on 6 November 2024"), page);
    assertTrue(page.contains("<del>, and nobody at the council cared</del>"), page);
  }

  @Test
  void wrongWordsAreFollowedAfterTheirCorrection() throws Exception {
    put("keeper", "2024-11-07", "“" + WRONG + ",” Ruth Alder said.");
    put("echo", "2024-11-08", "It blew. “" + WRONG + ",” Ruth Alder said.");
    put("right", "2024-11-08", "It shone. “" + RIGHT + ",” Ruth Alder said.");
    put("keeper", "2024-11-07", "“" + RIGHT + ",” Ruth Alder said.");
    JsonNode found = reports(quotation("keeper", RIGHT));
    assertEquals(List.of("echo changed same", "right same same"), told(found.get("reports")));
    JsonNode echo = found.at("/reports/0");
    assertTrue(echo.get("carriesCorrected").asBoolean());
    assertFalse(found.at("/reports/1/carriesCorrected").asBoolean());
    assertEquals("number", echo.at("/differences/0/about").asString());
    assertEquals(WRONG, found.at("/corrected/0/content").asString());
    assertEquals("echo", found.at("/corrected/0/carriedBy/0/article/id").asString());
    JsonNode gone = reports(quotation("keeper", WRONG));
    assertTrue(gone.get("firstSeen").isNull());
    assertEquals(List.of("echo same unnamed"), told(gone.get("reports")));
    String page = get("/quotes/" + quotation("keeper", RIGHT)).body();
    assertTrue(page.contains("has the words that were corrected"), page);
    assertTrue(page.contains("1 other article has these words still."), page);
  }

  @Test
  void whatIsWithheldOrDeletedReportsNothing() throws Exception {
    String words = "Eleven herrings a day were stolen from the old smokehouse by the mayor";
    String body = "“" + words + ",” Tom Hale said.";
    put("shown", "2024-11-07", body);
    put("withheld", "2024-11-07", body);
    put("deleted", "2024-11-07", body);
    String link = quotation("shown", words);
    assertEquals(
        List.of("deleted same same", "withheld same same"), told(reports(link).get("reports")));
    send("DELETE", "deleted", "");
    send(
        "PUT",
        "withheld",
        "{\"date\":\"2024-11-07\",\"pubStatus\":\"withheld\",\"body\":\"" + body + "\"}");
    assertEquals(0, reports(link).get("total").asInt());
    String page = get("/quotes/" + link).body();
    assertFalse(page.contains("Also reported by"), page);
    assertEquals(
        410, get("/api/v1/quotes/" + quotation("withheld", words) + "/reports").statusCode());
    assertEquals(
        404, get("/api/v1/quotes/" + quotation("deleted", words) + "/reports").statusCode());
  }
}
