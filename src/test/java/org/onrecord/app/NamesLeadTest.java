package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.PartyRef;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.NameSpellings;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchService;
import org.openqa.selenium.Keys;

/** Names, short forms and slips of them lead to whom they mean. */
final class NamesLeadTest {
  private static final PartyRef NORTH = new PartyRef("north-harbour", "Harbour Party");
  private static final PartyRef SOUTH = new PartyRef("south-harbour", "Harbour Party");
  private static final PartyRef FERRY = new PartyRef("xx-ferry-list", "Free Ferry List");

  /** Knows no name, but that there are names with other spellings. */
  private static final NameSpellings SPELLINGS =
      new NameSpellings() {
        @Override
        public Set<String> otherNames(String name) {
          return Set.of();
        }

        @Override
        public boolean isNameWord(String word) {
          return false;
        }

        @Override
        public boolean alike(String word, String other) {
          return false;
        }
      };

  @TempDir private static Path folder;
  private static LuceneArchive archive;
  private static HttpServer server;
  private static HttpClient client;

  @BeforeAll
  static void open() throws IOException {
    archive = LuceneArchive.open(folder);
    put("a", "Ruth Alder", NORTH, "the ferry will sail at noon on every day of the week");
    put("b", "Marta Quill", SOUTH, "the ferry will not sail at all while the storm lasts");
    put("c", "Tom Birch", FERRY, "the ferry is the town's and shall stay the town's");
    archive.put(
        article("d")
            .on("2024-11-07")
            .paragraph("Salt & Sons are hiring, as Salt and Sons always do.")
            .paragraph("A clerk of the Elmsea Harbour and Ferry Authority (EHFA) left.")
            .paragraph("The Elmsea Harbour and Ferry Authority is silent.")
            .paragraph("The “old pier,” Quill said, “is lost.”")
            .said("The “old pier", "Marta Quill", SOUTH)
            .archived());
    archive.commit();
    client = HttpClient.newHttpClient();
    server =
        HttpServer.start(
            new SearchService(archive.backend(), FacetAliases.NONE, SPELLINGS), "127.0.0.1", 0);
  }

  private static void put(String id, String who, PartyRef party, String words) throws IOException {
    SampleArticle made =
        article(id)
            .on("2024-11-07")
            .paragraph(who + " said: " + words + ".")
            .said(words, who, party);
    archive.put(made.archived());
  }

  @AfterAll
  static void close() throws IOException {
    client.close();
    server.close();
    archive.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.url().resolve(path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  private static String led(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(303, answer.statusCode(), path + answer.body());
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void aNameLeadsToItsProfile() throws Exception {
    assertEquals("/speakers/ruth-alder", led("/speakers?name=Ruth+Alder"));
    assertEquals("/parties/xx-ferry-list", led("/parties?name=Free+Ferry+List"));
  }

  @Test
  void aShortFormThatMeansOneLeadsThereAndOneThatMeansSeveralOffersThem() throws Exception {
    assertEquals("/parties/xx-ferry-list", led("/parties/ferry-list"));
    assertEquals("/parties/xx-ferry-list", led("/parties/ferry"));
    HttpResponse<String> several = get("/parties/harbour");
    assertEquals(300, several.statusCode());
    for (PartyRef party : List.of(NORTH, SOUTH)) {
      assertTrue(several.body().contains("href=\"/parties/" + party.id()), several.body());
    }
  }

  @Test
  void aSlipIsOfferedAndNotFollowed() throws Exception {
    HttpResponse<String> answer = get("/speakers?name=Ruht+Aldr");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("/speakers?name=Ruth+Alder"), answer.body());
    assertEquals(404, get("/speakers?name=").statusCode());
    assertEquals(404, get("/parties?name=%3Cb%3E").statusCode());
    assertEquals(404, get("/speakers?name=" + "x".repeat(3000)).statusCode());
  }

  @Test
  void aFacetsNamesLeadToTheirProfiles() throws Exception {
    String page = get("/?q=ferry").body();
    assertTrue(page.contains("href=\"/speakers?name=Ruth+Alder\""), page);
    assertTrue(page.contains("href=\"/parties/xx-ferry-list\""), page);
  }

  @Test
  void andFindsTheAmpersandAndIsTold() throws Exception {
    for (String q : List.of("%22Salt+and+Sons+are%22", "%22as+Salt+%26+Sons+always%22")) {
      assertTrue(get("/?q=" + q).body().contains(">1 passage<"), q);
      assertFalse(get("/?variants=off&q=" + q).body().contains(">1 passage<"), q);
    }
    String told = get("/?q=%22Salt+%26+Sons%22").body();
    assertTrue(told.contains("<bdi>Salt and Sons</bdi>"), told);
  }

  @Test
  void otherWordsOfTheArchiveAreOfferedAndNeverAdded() throws Exception {
    String page = get("/?q=EHFA").body();
    assertTrue(page.contains("q=EHFA+OR+%22Elmsea+Harbour+and+Ferry+Authority%22"), page);
    assertTrue(page.contains(">1 passage<"), "as typed alone");
    String both = get("/?q=EHFA+OR+%22Elmsea+Harbour+and+Ferry+Authority%22").body();
    assertTrue(both.contains(">2 passages<"), both);
    assertTrue(both.contains("Without <bdi>Elmsea Harbour and Ferry Authority</bdi>"), both);
  }

  @Test
  void filtersThatLeaveNothingOfAllWordsAreNamed() throws Exception {
    String page = get("/?q=ferry+storm&speaker=Ruth+Alder").body();
    assertTrue(page.contains("Without Speaker Ruth Alder"), page);
    assertTrue(page.contains("</bdi></a> 1 passage"), page);
  }

  @Test
  void aCardHasTheMarkThatItsArticleHas() throws Exception {
    String page = get("/?q=pier&type=quote").body();
    assertTrue(page.contains("<mark>pier</mark>,”</blockquote>"), page);
  }

  @Test
  void completionsLeadToProfilesAndFillFields() throws Exception {
    Browser.assumeInstalled();
    try (Browser browser = Browser.open(URI.create(server.url().toString()))) {
      browser.get("/");
      browser.typeInto("#q", "speaker:Rut");
      browser.await("document.querySelector('#completions [role=option]') !== null");
      browser.typeInto("#q", Keys.ARROW_DOWN, Keys.ENTER);
      browser.await("document.getElementById('q').value === 'speaker:\"Ruth Alder\"'");
      browser.await("document.getElementById('total').textContent === '1 passage'");
      browser.get("/");
      browser.typeInto("#q", "Quilx");
      browser.await("document.querySelector('#completions [data-href]') !== null");
      browser.click("#completions [data-href]");
      browser.await("location.pathname === '/speakers/marta-quill'");
    }
  }

  @Test
  void backIsOneStepForOneDeed() {
    Browser.assumeInstalled();
    try (Browser browser = Browser.open(URI.create(server.url().toString()))) {
      browser.get("/?q=ferry");
      browser.await("document.getElementById('total') !== null");
      browser.run(
          """
          const from = document.getElementById("from");
          from.value = "2024-01-01";
          from.dispatchEvent(new Event("change", { bubbles: true }));\
          """);
      browser.await("location.search.includes('from=2024-01-01')");
      browser.driver.navigate().back();
      browser.await("location.search === '?q=ferry'");
      assertFalse(browser.path().contains("from="), browser.path());
    }
  }
}
