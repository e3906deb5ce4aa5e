package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.http.ArticleSketch.header;
import static org.onrecord.http.ArticleSketch.person;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.article.QuotationKind;
import org.onrecord.http.ArticleSketch;
import org.onrecord.http.ArticleSketch.Said;
import org.onrecord.http.FakeBackend;
import org.onrecord.http.SampleArchive;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.search.SearchService;

/** States of the page that the article it comes with does not bring about. */
final class PageStatesTest {
  /** What a page of results may take from the answer's arrival on a machine that is busy, in ms. */
  private static final double PATIENCE = 1500;

  private static HttpServer full;
  private static HttpServer empty;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Browser.assumeInstalled();
    List<ArchivedArticle> articles = new ArrayList<>(SampleArchive.articles());
    articles.add(many());
    full = HttpServer.start(service(articles), "127.0.0.1", 0);
    empty = HttpServer.start(service(List.of()), "127.0.0.1", 0);
    browser = Browser.open(full.url());
  }

  private static SearchService service(List<ArchivedArticle> articles) {
    return new SearchService(new FakeBackend(articles), FakeBackend.aliases());
  }

  private static ArchivedArticle many() {
    ArticleSketch sketch =
        new ArticleSketch(header("budget", "The council reads its budget", "2022-03-01"));
    for (int line = 1; line <= 120; line++) {
      String said = "line " + line + " of the budget is as good as its neighbours";
      sketch.add(
          "Ruth Alder said " + said + ", and sat down.",
          List.of(),
          new Said(
              said,
              QuotationKind.INDIRECT,
              false,
              "said",
              "Ruth Alder",
              person("Ruth Alder"),
              null,
              null,
              0.95));
    }
    return sketch.article();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
      full.close();
      empty.close();
    }
  }

  private static void awaitTotal(String total) {
    browser.await("document.getElementById('total')?.textContent === '" + total + "'");
  }

  @Test
  void textOfTheArchiveStaysTextToTheCharacter() {
    browser.get("/?outlet=The+Harbour+Post");
    awaitTotal("4 passages");
    Object shown = browser.seen(".pas");
    Object told =
        browser.later(
            """
            fetch('/api/v1/search?sort=newest&outlet=The+Harbour+Post')
              .then((answer) => answer.json()).then((body) => done(body.hits.map((h) => h.text)))\
            """);
    assertEquals(told, shown);
    assertEquals(
        0L, browser.run("return document.querySelectorAll('#view script, #view b script').length"));
    browser.get("/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&speaker=%3Cb%3Ebold");
    assertEquals(0L, browser.run("return document.querySelectorAll('#view img, #chips b').length"));
  }

  @Test
  void emptyArchiveSaysWhatToDoAndFaultsWhatHappened() {
    browser.get(empty.url().toString());
    assertEquals("No articles yet", browser.text("h1"));
    assertEquals("./onrecord index FOLDER", browser.text("pre"));
    browser.assertAccessible();
    browser.get(full.url() + "?q=boom");
    assertEquals("That failed", browser.text("h1"));
    assertTrue(browser.text("main").contains("Its log says why, under the id"));
    browser.get(full.url() + "nowhere");
    assertEquals("There is nothing here", browser.text("h1"));
  }

  @Test
  void moreIsAddedBelowAndIsTheAddress() {
    browser.get("/?q=budget");
    awaitTotal("121 passages");
    browser.run("window.first = document.querySelector('.hit')");
    browser.click("#more");
    browser.await("document.querySelectorAll('.hit').length === 50");
    assertEquals("/?q=budget&size=50", browser.path());
    assertEquals(true, browser.run("return window.first === document.querySelector('.hit')"));
    assertEquals("50 of 121 shown", browser.text("#pager .dim"));
    assertTrue(browser.isFocused("#h21 a"));
    browser.driver.navigate().refresh();
    assertEquals(50, browser.all(".hit").size());
    browser.click("#more");
    browser.await("document.querySelectorAll('.hit').length === 100");
    browser.click("#more");
    browser.await("document.querySelectorAll('.hit').length === 21");
    browser.driver.navigate().back();
    browser.await("document.querySelectorAll('.hit').length === 100");
  }

  @Test
  void longFacetIsSearchedWithin() {
    browser.get("/?q=Ferry");
    awaitTotal("24 passages");
    assertEquals("and 6 more", browser.text("#facet-speaker .more"));
    browser.click("#facet-speaker .more");
    browser.await("document.querySelectorAll('#facet-speaker li').length === 13");
    assertTrue(browser.isFocused("#facet-speaker .within"));
    browser.click("#facet-speaker input[value='Captain Khan 12']");
    browser.await("location.search.includes('speaker=Captain+Khan+12')");
    assertEquals("Captain Khan 12", browser.text("#facet-speaker li .t"));
  }

  @Test
  void relaxedSearchSaysSoFirst() {
    browser.get("/?q=Ferry+Biden");
    assertTrue(browser.text("#reading").startsWith("Nothing holds all of the words."));
  }

  @Test
  void resultsStandSoonAfterTheirAnswer() {
    List<Double> pages = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      browser.get("/?q=Ruth+budget&size=50&from=2000-01-0" + day);
      browser.await("performance.getEntriesByName('first-contentful-paint').length === 1");
      assertEquals(50, browser.all(".hit").size());
      pages.add(
          decimal(
              """
              const [page] = performance.getEntriesByType('navigation');
              return performance.getEntriesByName('first-contentful-paint')[0].startTime
                - page.responseEnd\
              """));
    }
    browser.typeInto("#sort", "Oldest");
    browser.await("performance.getEntriesByName('shown').length > 0");
    assertEquals(50, browser.all(".hit").size());
    double next = decimal("return performance.getEntriesByName('shown')[0].duration");
    double first = pages.getFirst();
    pages.sort(null);
    System.out.printf(
        "50 results painted after a page's answer: the first time %.0f ms, of nine the fifth %.0f"
            + " ms, at the most %.0f ms; after a search's %.0f ms%n",
        first, pages.get(4), pages.getLast(), next);
    assertTrue(pages.get(4) < PATIENCE && next < PATIENCE, pages + " ms, " + next + " ms");
  }

  private static double decimal(String script) {
    return Double.parseDouble(String.valueOf(browser.run(script)));
  }
}
