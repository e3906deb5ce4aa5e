package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.article.Permalinks.quotation;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands at a quotation's address after its article has changed. */
class QuotationAddressTest {
  private static final String TEN = "We have waited ten years for this bridge";
  private static final String TWELVE = "We have waited twelve years for this bridge";
  private static final String ALDER = "“" + TEN + ",” Ruth Alder said on the quay.";
  private static final String HALE = "“The ferry was the better way over,” Tom Hale said.";

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    served = ServedProgram.start(home, List.of("serve"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static void put(String id, String more, String... paragraphs) throws Exception {
    String body = String.join("\\n\\n", paragraphs);
    String json = "{\"date\":\"2024-11-07\",%s\"body\":\"%s\"}".formatted(more, body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/articles/" + id))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertTrue(answer.statusCode() < 300, answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .header("Accept", path.startsWith("/api") ? "*/*" : "text/html, */*")
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static List<String> addresses(String quotation) {
    String page = served.address() + "/quotes/" + quotation;
    return List.of(
        "/api/v1/quotes/" + quotation,
        "/quotes/" + quotation,
        "/embed/quotes/" + quotation,
        "/cite/quotes/" + quotation,
        "/oembed?url=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
  }

  private static void assertAnswers(int status, String says, String quotation) throws Exception {
    for (String path : addresses(quotation)) {
      HttpResponse<String> answer = get(path);
      assertEquals(status, answer.statusCode(), path + ": " + answer.body());
      assertTrue(answer.body().contains(says), path + ": " + answer.body());
    }
  }

  @Test
  void linkToOnesWordsShowsThemAfterAnothersArePutInBefore() throws Exception {
    put("insert", "", ALDER);
    String link = quotation("insert", TEN);
    assertAnswers(200, TEN, link);
    put("insert", "", HALE, "It rained.", ALDER);
    assertAnswers(200, TEN, link);
  }

  @Test
  void wordsThatWereCorrectedAreToldAsGone() throws Exception {
    put("gone", "", ALDER);
    String link = quotation("gone", TEN);
    put("gone", "", ALDER.replace("ten", "twelve"));
    assertAnswers(410, "no longer in the article", link);
    assertAnswers(410, TEN, link);
    assertAnswers(200, TWELVE, quotation("gone", TWELVE));
    assertFalse(get("/api/v1/search?type=any&match=any&q=ten").body().contains("gone~"));
    String feed = get("/api/v1/feed.atom?type=quote&q=twelve").body();
    assertTrue(feed.contains("ref=\"" + served.address() + "/quotes/" + link), feed);
    assertFalse(feed.contains(TEN), feed);
    put("gone", "", ALDER);
    assertAnswers(200, TEN, link);
  }

  /** A reader of feeds shows an entry anew whose id it knows where the entry is newer. */
  @Test
  void entryOfAFeedKeepsItsIdAndTellsWhenItsArticleChanged() throws Exception {
    put("entry", "", ALDER);
    String id = "<id>" + served.address() + "/quotes/" + quotation("entry", TEN) + "</id>";
    String feed = get("/api/v1/feed.atom?type=quote&q=ten").body();
    assertEquals("2024-11-07T00:00:00Z", updated(feed, id));
    Instant before = Instant.now();
    put("entry", "", HALE, "It rained all day.", ALDER);
    String next = get("/api/v1/feed.atom?type=quote&q=ten").body();
    Instant changed = Instant.parse(updated(next, id));
    assertFalse(changed.isBefore(before), next);
    assertFalse(changed.isAfter(Instant.now()), next);
    String whole = next.substring(next.indexOf("<updated>") + 9, next.indexOf("</updated>"));
    assertFalse(Instant.parse(whole).isBefore(changed), next);
    put("entry", "", HALE, "It rained all day.", ALDER);
    assertEquals(changed.toString(), updated(get("/api/v1/feed.atom?type=quote&q=ten").body(), id));
    put("entry", "\"updatedAt\":\"2099-01-02T03:04:05+02:00\",", ALDER);
    assertEquals(
        "2099-01-02T01:04:05Z", updated(get("/api/v1/feed.atom?type=quote&q=ten").body(), id));
  }

  private static String updated(String feed, String id) {
    assertEquals(2, feed.split(Pattern.quote(id), -1).length, feed);
    String entry = feed.substring(feed.indexOf(id));
    return entry.substring(entry.indexOf("<updated>") + 9, entry.indexOf("</updated>"));
  }

  @Test
  void ofWhatIsWithheldOrDeletedNothingIsTold() throws Exception {
    put("held", "", ALDER);
    String link = quotation("held", TEN);
    put("held", "", ALDER.replace("ten", "twelve"));
    assertAnswers(410, TEN, link);
    put("held", "\"pubStatus\":\"withheld\",", ALDER.replace("ten", "twelve"));
    for (String path : addresses(link)) {
      HttpResponse<String> answer = get(path);
      assertEquals(410, answer.statusCode(), path);
      assertFalse(answer.body().contains("waited"), answer.body());
    }
    assertFalse(get("/api/v1/feed.atom?type=quote").body().contains("held~"));
    put("deleted", "", ALDER);
    HttpRequest delete =
        HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/articles/deleted"))
            .DELETE()
            .build();
    assertEquals(204, client.send(delete, BodyHandlers.ofString()).statusCode());
    assertAnswers(404, "", quotation("deleted", TEN));
  }

  @Test
  void fewWordsOfOneAreNotFoundAtTheAddressOfAnothers() throws Exception {
    put("few", "", "“Certainly not,” Ruth Alder said on the quay.");
    String link = quotation("few", "Certainly not");
    assertTrue(get("/api/v1/quotes/" + link).body().contains("Ruth Alder"));
    put(
        "few",
        "",
        "“Certainly not,” Marta Quill said at the town hall.",
        "“Certainly not,” Ruth Alder said on the quay.");
    assertTrue(get("/api/v1/quotes/" + link).body().contains("Ruth Alder"));
    assertTrue(get("/api/v1/quotes/" + link + "-2").body().contains("Marta Quill"));
    put("few", "", "“Certainly not,” Marta Quill said at the town hall.");
    assertAnswers(410, "no longer in the article", link);
    assertTrue(get("/api/v1/quotes/" + link + "-2").body().contains("Marta Quill"));
  }
}
