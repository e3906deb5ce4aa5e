package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.http.FakeBackend;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page, in a browser, over the sample articles. */
final class PageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private static HttpServer server;
  private static ChromeDriver browser;

  @BeforeAll
  static void openBrowser() throws IOException {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "not tested in a browser: apt-get install chromium chromium-driver");
    server = HttpServer.start(FakeBackend.service(), "127.0.0.1", 0);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
    browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void typingAndTickingNarrowsAndIsTheAddress() {
    open("/");
    WebElement box = browser.findElement(By.id("q"));
    box.sendKeys("Trump Imran Khan", Keys.ENTER);
    awaitTotal("3 passages");
    assertEquals("?q=Trump+Imran+Khan", query());
    WebElement khan =
        browser.findElement(By.cssSelector("[data-facet=speaker] input[value='Imran Khan']"));
    String promised = khan.findElement(By.xpath("../span[@class='n']")).getText();
    khan.click();
    awaitTotal("1 passage");
    assertEquals("1", promised);
    assertEquals("?q=Trump+Imran+Khan&speaker=Imran+Khan", query());
    assertEquals(List.of("Trump"), texts(".hit mark"));
    assertTrue(browser.findElement(By.cssSelector(".hit .who")).getText().contains("PTI"));
    assertTrue(browser.findElement(By.cssSelector(".hit .inq")).getText().contains("marks lost"));
    browser.navigate().back();
    awaitTotal("3 passages");
    assertEquals("?q=Trump+Imran+Khan", query());
  }

  @Test
  void passageKeepsTheWordsOfTheArchiveWhateverTheyHold() {
    open("/?outlet=The+Harbour+Post");
    awaitTotal("4 passages");
    Object shown =
        browser.executeScript(
            """
            return [...document.querySelectorAll('.pas')].map((passage) => {
              const copy = passage.cloneNode(true);
              copy.querySelectorAll('.vh').forEach((one) => one.remove());
              return copy.textContent;
            })\
            """);
    Object told =
        browser.executeAsyncScript(
            """
            const done = arguments[0];
            fetch('/api/v1/search?outlet=The+Harbour+Post').then((answer) => answer.json())
              .then((body) => done(body.hits.map((hit) => hit.text)))\
            """);
    assertEquals(told, shown);
    assertEquals(
        List.of("We are ready,", "as we were in 2010."),
        browser.executeScript(
            """
            return [...document.querySelectorAll('.q')].slice(0, 2).map((one) =>
              one.lastChild.textContent)\
            """));
    assertEquals(1L, browser.executeScript("return document.scripts.length"));
  }

  @Test
  void codePointsBecomeUnitsOfJavaScript() {
    open("/");
    assertEquals(
        List.of(List.of(0L, 2L, 3L, 5L, 6L, 6L), List.of(0L, 1L, 2L, 2L), List.of(0L, 0L)),
        browser.executeAsyncScript(
            """
            const done = arguments[0];
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
    browser.findElement(By.linkText("Read in place")).click();
    await("return document.querySelector('.hitp') !== null");
    assertEquals("p2", browser.findElement(By.cssSelector(".hitp")).getAttribute("id"));
    assertTrue(browser.getCurrentUrl().endsWith("/articles/sample?q=neutral#p2"));
    browser.findElement(By.id("back")).click();
    awaitTotal("1 passage");
  }

  @Test
  void correctionIsShownWithWhoAndWhen() {
    open("/?q=Trump+not+there&type=quote");
    awaitTotal("1 quotation");
    assertEquals(List.of("Clear corrected by R. Elm on 23 Nov 2026"), texts(".facts .dim"));
    browser.findElement(By.linkText("Read in place")).click();
    await("return document.querySelector('.hitp') !== null");
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
    browser.findElement(By.cssSelector("#pager button")).click();
    await("return document.querySelectorAll('.hit').length === 20");
    browser.findElement(By.cssSelector("#pager button")).click();
    await("return document.querySelectorAll('.hit').length === 24");
    assertEquals("All 24 shown.", browser.findElement(By.id("pager")).getText());
  }

  @Test
  void relaxedSearchSaysSoFirst() {
    open("/?q=Ferry+Biden");
    await("return document.querySelector('.relaxed') !== null");
    assertTrue(
        browser
            .findElement(By.id("reading"))
            .getText()
            .startsWith("Nothing holds all of the words"));
  }

  @Test
  void errorPointsAtTheCharacter() {
    open("/?q=" + "%F0%9F%98%80%20oops");
    await("return document.querySelector('[role=alert] .caret') !== null");
    assertEquals(
        "😀 oops\n  ^",
        browser.executeScript("return document.querySelector('.caret').textContent"));
  }

  @Test
  void nothingScrollsSidewaysAtTheSmallestWidth() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 320, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    try {
      for (String path : List.of("/?type=paragraph", "/?type=quote&sort=newest", "/?q=zebra")) {
        open(path);
        await("return !document.getElementById('grid').hidden");
        assertNoSidewaysScroll(path);
      }
      open("/articles/sample#p2");
      await("return document.querySelector('.hitp') !== null");
      assertNoSidewaysScroll("/articles/sample");
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void browserHasNothingToReport() {
    browser.manage().logs().get(LogType.BROWSER);
    for (String path : List.of("/", "/?type=quote", "/articles/sample")) {
      open(path);
      await("return document.querySelector('.hit, .para') !== null");
    }
    assertEquals(
        List.of(),
        Stream.of(browser.manage().logs().get(LogType.BROWSER).getAll())
            .flatMap(List::stream)
            .map(Object::toString)
            .toList());
  }

  private static void assertNoSidewaysScroll(String path) {
    assertEquals(
        true,
        browser.executeScript(
            "const page = document.documentElement; return page.scrollWidth <= page.clientWidth"),
        path);
  }

  private static void open(String path) {
    browser.get(server.url().resolve(path).toString());
  }

  private static String query() {
    return "?" + URI.create(browser.getCurrentUrl()).getRawQuery();
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static void awaitTotal(String total) {
    await("return document.getElementById('total')?.textContent === '" + total + "'");
  }

  /** Waits until a script says true, ten seconds at the most. */
  private static void await(String script) {
    browser.executeAsyncScript(
        """
        const done = arguments[1];
        const holds = new Function(arguments[0]);
        const until = Date.now() + 10000;
        const look = () => (holds() || Date.now() > until ? done() : setTimeout(look, 20));
        look();\
        """,
        script);
    assertEquals(true, browser.executeScript(script), script);
  }
}
