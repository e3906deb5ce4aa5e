package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What one person said on one subject, in the order of time. */
class TimelineTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FERRY =
      "The council will close the Elmsea ferry terminal before Christmas";

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static Contract contract;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2021-02-01\n\nTom Birch said the pier is closed.\n");
    served = ServedProgram.start(home, List.of("serve"));
    client = HttpClient.newHttpClient();
    contract = new Contract(get("/openapi.yaml").body());
    put("first", "2021-03-01", "“" + FERRY + ",” Marta Quill said.");
    put("copy", "2021-03-01", "It rained. “" + FERRY + ",” Marta Quill said.");
    put(
        "not",
        "2022-09-10",
        "“" + FERRY.replace("will close", "will not close") + ",” Marta Quill said.");
    put("money", "2023-01-05", "“The ferry costs 40,000 crowns a year,” Marta Quill said.");
    put("fewer", "2023-06-05", "“The ferry costs 30,000 crowns a year,” Marta Quill said.");
    put("hale", "2022-01-05", "“The ferry should sail on Sundays too,” Tom Hale said.");
    put("hostile", "2023-07-05", "“<b>The ferry</b> & “all” else,” Marta Quill said.");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static void put(String id, String date, String body) throws Exception {
    String json =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("date", date)
                .put("outlet", "The " + id + " Post")
                .put("url", "https://news.example/" + id)
                .put("body", body));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private static JsonNode timeline(String query) throws Exception {
    HttpResponse<String> answer = get("/api/v1/timeline?" + query);
    contract.assertKept("/api/v1/timeline?" + query, Request.Method.GET, answer);
    return JSON.readTree(answer.body());
  }

  private static List<String> days(JsonNode timeline) {
    List<String> days = new ArrayList<>();
    for (JsonNode one : timeline.get("statements")) {
      days.add(one.get("hit").get("article").get("date").asString());
    }
    return days;
  }

  @Test
  void statementsOfOneSpeakerStandInTheOrderOfTimeAndCopiesOnce() throws Exception {
    JsonNode ferry = timeline("speaker=Marta+Quill&q=ferry");
    assertEquals(
        List.of("2021-03-01", "2022-09-10", "2023-01-05", "2023-06-05", "2023-07-05"), days(ferry));
    assertEquals(1, ferry.get("statements").get(0).get("hit").get("copyCount").asInt());
    assertEquals(558, ferry.get("statements").get(1).get("daysSince").asInt());
    assertEquals("Marta Quill", ferry.get("query").get("speaker").asString());
  }

  @Test
  void whatDiffersIsMarkedBesideTheEarlierWords() throws Exception {
    JsonNode statements = timeline("speaker=Marta+Quill&q=ferry").get("statements");
    assertEquals(0, statements.get(0).get("marks").size());
    JsonNode negation = statements.get(1).get("marks").get(0);
    assertEquals("negation", negation.get("kind").asString(), negation.toString());
    assertEquals("2021-03-01", negation.get("beside").get("date").asString());
    assertEquals("not", negation.get("differences").get(0).get("now").asString());
    assertEquals(0, statements.get(2).get("marks").size(), "another subject differs from nothing");
    JsonNode number = statements.get(3).get("marks").get(0);
    assertEquals("number", number.get("kind").asString());
    assertEquals("40,000", number.get("differences").get(0).get("before").asString());
  }

  @Test
  void aPolarityThatDiffersIsMarked() throws Exception {
    put("does", "2023-08-01", "Ruth Alder said that she took money from the salt company.");
    put("denies", "2023-09-01", "Ruth Alder denied that she took money from the salt company.");
    JsonNode statements = timeline("speaker=Ruth+Alder").get("statements");
    JsonNode mark = statements.get(1).get("marks").get(0);
    assertEquals("polarity", mark.get("kind").asString());
    assertEquals("affirmed", mark.get("from").asString());
    assertEquals("denied", mark.get("to").asString());
    String page = get("/timeline?speaker=Ruth+Alder").body();
    assertTrue(page.contains("Polarity differs: affirmed → denied"), page);
    assertFalse(page.contains("opposite"), "a mark is no verdict");
  }

  @Test
  void pagesGoOnAndWordsAreNotLoosened() throws Exception {
    JsonNode first = timeline("speaker=Marta+Quill&q=ferry&size=2");
    assertEquals("2", first.get("next").asString());
    JsonNode rest = timeline("speaker=Marta+Quill&q=ferry&size=2&after=4");
    assertEquals(List.of("2023-07-05"), days(rest));
    assertTrue(rest.get("next").isNull());
    JsonNode none = timeline("speaker=Marta+Quill&q=ferry+zyzzyva");
    assertEquals(0, none.get("total").asInt());
    assertTrue(none.get("query").get("anyWords").asBoolean());
  }

  @Test
  void aTimelineIsOnePersons() throws Exception {
    for (String query :
        List.of("q=ferry", "speaker=Marta+Quill&speaker=Tom+Hale", "speaker=A&size=0&type=any")) {
      HttpResponse<String> answer = get("/api/v1/timeline?" + query);
      assertEquals(400, answer.statusCode(), query);
      contract.assertKept("/api/v1/timeline?" + query, Request.Method.GET, answer);
    }
    assertEquals(400, get("/timeline?speaker=A&speaker=B").statusCode());
    assertEquals(200, get("/timeline").statusCode());
  }

  @Test
  void theFileHasEveryStatementAndItsMarks() throws Exception {
    HttpResponse<String> csv = get("/api/v1/timeline?speaker=Marta+Quill&q=ferry&format=csv");
    contract.assertKept("/api/v1/timeline", Request.Method.GET, csv);
    String[] rows = csv.body().split("\r\n", -1);
    assertEquals(7, rows.length, csv.body());
    assertTrue(rows[0].startsWith("\uFEFF\"number\",\"date\""), rows[0]);
    assertTrue(rows[2].contains("\"negation\",\"2021-03-01\",\"" + FERRY), rows[2]);
  }

  @Test
  void thePageShowsGapsMarksCopiesAndWhereItWasPublished() throws Exception {
    String page = get("/timeline?speaker=Marta+Quill&q=ferry").body();
    assertTrue(page.contains("Nothing here for 18 months"), page);
    assertTrue(page.contains("Also reported by The"), page);
    assertTrue(page.contains("<ins>not</ins>"), page);
    assertTrue(page.contains("href=\"https://news.example/money#:~:text=The%20ferry"), page);
    assertFalse(page.contains("<b>The ferry"), "words are no mark-up");
    String none = get("/timeline?speaker=Tom+Hale&q=zyzzyva").body();
    assertTrue(none.contains("All that Tom Hale said"), none);
  }

  @Test
  void profileAndSearchLeadToIt() throws Exception {
    String search = get("/?q=ferry&type=quote&speaker=Marta+Quill").body();
    assertTrue(search.contains("/timeline?q=ferry&amp;speaker=Marta+Quill"), search);
    String who = get("/?q=Marta+Quill+ferry").body();
    assertTrue(who.contains("/timeline?q=ferry&amp;speaker=Marta+Quill"), who);
    assertFalse(get("/?q=ferry").body().contains("/timeline?"));
    String profile = get("/speakers/marta-quill").body();
    assertTrue(profile.contains("/timeline?speaker=Marta+Quill"), profile);
  }

  @Test
  void itIsAccessibleAndFitsNarrowScreens() {
    Browser.assumeInstalled();
    try (Browser browser = Browser.open(URI.create(served.address()))) {
      for (String path :
          List.of(
              "/timeline",
              "/timeline?speaker=Marta+Quill&q=ferry",
              "/timeline?speaker=Tom+Hale&q=zyzzyva")) {
        for (int width : List.of(320, 1280)) {
          browser.width(width);
          browser.get(path);
          browser.assertAccessibleInBothThemes();
          browser.assertNoSidewaysScroll();
        }
      }
    }
  }
}
