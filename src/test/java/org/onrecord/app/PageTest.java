package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.http.FakeBackend;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page, in a browser, over the sample articles. */
final class PageTest {
  private static HttpServer server;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() throws IOException {
    Browser.assumeInstalled();
    server = HttpServer.start(FakeBackend.service(), "127.0.0.1", 0);
    browser = Browser.open(server.url());
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void typingAndTickingNarrowsAndIsTheAddress() {
    open("/");
    WebElement box = browser.driver.findElement(By.id("q"));
    box.sendKeys("Trump Imran Khan", Keys.ENTER);
    awaitTotal("3 passages");
    assertEquals("?q=Trump+Imran+Khan", query());
    WebElement khan =
        browser.driver.findElement(
            By.cssSelector("[data-facet=speaker] input[value='Imran Khan']"));
    String promised = khan.findElement(By.xpath("../span[@class='n']")).getText();
    khan.click();
    awaitTotal("1 passage");
    assertEquals("1", promised);
    assertEquals("?q=Trump+Imran+Khan&speaker=Imran+Khan", query());
    assertEquals(List.of("Trump"), texts(".hit mark"));
    assertTrue(browser.driver.findElement(By.cssSelector(".hit .who")).getText().contains("PTI"));
    assertTrue(
        browser.driver.findElement(By.cssSelector(".hit .inq")).getText().contains("marks lost"));
    browser.driver.navigate().back();
    awaitTotal("3 passages");
    assertEquals("?q=Trump+Imran+Khan", query());
  }

  @Test
  void passageKeepsTheWordsOfTheArchiveWhateverTheyHold() {
    open("/?outlet=The+Harbour+Post");
    awaitTotal("4 passages");
    Object shown =
        browser.run(
            """
            return [...document.querySelectorAll('.pas')].map((passage) => {
              const copy = passage.cloneNode(true);
              copy.querySelectorAll('.vh').forEach((one) => one.remove());
              return copy.textContent;
            })\
            """);
    Object told =
        browser.later(
            """
            fetch('/api/v1/search?outlet=The+Harbour+Post').then((answer) => answer.json())
              .then((body) => done(body.hits.map((hit) => hit.text)))\
            """);
    assertEquals(told, shown);
    assertEquals(
        List.of("We are ready,", "as we were in 2010."),
        browser.run(
            """
            return [...document.querySelectorAll('.q')].slice(0, 2).map((one) =>
              one.lastChild.textContent)\
            """));
    assertEquals(2L, browser.run("return document.scripts.length"));
  }

  @Test
  void codePointsBecomeUnitsOfJavaScript() {
    open("/");
    assertEquals(
        List.of(List.of(0L, 2L, 3L, 5L, 6L, 6L), List.of(0L, 1L, 2L, 2L), List.of(0L, 0L)),
        browser.later(
            """
            import('/assets/codepoints.js').then(({ unitsOf }) => done([
              [0, 1, 2, 3, 4, 9].map(unitsOf('🌊a🚰b')),
              [0, 1, 2, 7].map(unitsOf('ہم')),
              [0, 1].map(unitsOf(''))]))\
            """));
  }

  @Test
  void readInPlaceArrivesAtTheParagraph() {
    open("/?q=neutral");
    awaitTotal("1 passage");
    browser.driver.findElement(By.linkText("Read in place")).click();
    browser.await("document.querySelector('.hitp') !== null");
    assertEquals("p2", browser.driver.findElement(By.cssSelector(".hitp")).getAttribute("id"));
    assertTrue(browser.driver.getCurrentUrl().endsWith("/articles/sample?q=neutral#p2"));
    browser.driver.findElement(By.id("back")).click();
    awaitTotal("1 passage");
  }

  @Test
  void correctionIsShownWithWhoAndWhen() {
    open("/?q=Trump+not+there&type=quote");
    awaitTotal("1 quotation");
    assertEquals(List.of("Clear corrected by R. Elm on 23 Nov 2026"), texts(".facts .dim"));
    browser.driver.findElement(By.linkText("Read in place")).click();
    browser.await("document.querySelector('.hitp') !== null");
    List<String> notes = texts(".hitp .side li");
    assertEquals(2, notes.size());
    assertTrue(
        notes.getFirst().endsWith("clear, corrected by R. Elm on 23 Nov 2026"), notes::toString);
    assertTrue(
        notes.getLast().endsWith("there struck as no quotation by R. Elm on 23 Nov 2026"),
        notes::toString);
  }

  @Test
  void moreAddsThePageAfter() {
    open("/?q=Ferry");
    awaitTotal("24 passages");
    browser.driver.findElement(By.cssSelector("#pager button")).click();
    browser.await("document.querySelectorAll('.hit').length === 20");
    browser.driver.findElement(By.cssSelector("#pager button")).click();
    browser.await("document.querySelectorAll('.hit').length === 24");
    assertEquals("All 24 shown.", browser.driver.findElement(By.id("pager")).getText());
  }

  @Test
  void relaxedSearchSaysSoFirst() {
    open("/?q=Ferry+Biden");
    browser.await("document.querySelector('.relaxed') !== null");
    assertTrue(
        browser
            .driver
            .findElement(By.id("reading"))
            .getText()
            .startsWith("Nothing holds all of the words"));
  }

  @Test
  void errorPointsAtTheCharacter() {
    open("/?q=" + "%F0%9F%98%80%20oops");
    browser.await("document.querySelector('[role=alert] .caret') !== null");
    assertEquals(
        "😀 oops\n  ^", browser.run("return document.querySelector('.caret').textContent"));
  }

  @Test
  void nothingScrollsSidewaysAtTheSmallestWidth() {
    browser.width(320);
    try {
      for (String path : List.of("/?type=paragraph", "/?type=quote&sort=newest", "/?q=zebra")) {
        open(path);
        browser.await("!document.getElementById('grid').hidden");
        browser.assertNoSidewaysScroll();
      }
      open("/articles/sample#p2");
      browser.await("document.querySelector('.hitp') !== null");
      browser.assertNoSidewaysScroll();
    } finally {
      browser.normalWidth();
    }
  }

  @Test
  void browserHasNothingToReport() {
    browser.complaints();
    for (String path : List.of("/", "/?type=quote", "/articles/sample")) {
      open(path);
      browser.await("document.querySelector('.hit, .para') !== null");
    }
    assertEquals(List.of(), browser.complaints());
  }

  private static void open(String path) {
    browser.get(path);
  }

  private static String query() {
    return browser.path().substring(1);
  }

  private static List<String> texts(String selector) {
    return browser.texts(selector);
  }

  private static void awaitTotal(String total) {
    browser.await("document.getElementById('total')?.textContent === '" + total + "'");
  }
}
