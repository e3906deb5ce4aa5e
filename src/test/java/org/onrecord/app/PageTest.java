package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page in a browser, over the article that OnRecord comes with, served as it is shipped. */
final class PageTest {
  private static final String SEARCH = "/?q=Trump+Imran+Khan";

  @TempDir private static Path home;
  private static ServedProgram served;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Browser.assumeInstalled();
    served =
        ServedProgram.start(
            home, List.of("serve", "--seeds", Path.of("seeds").toAbsolutePath().toString()));
    browser = Browser.open(URI.create(served.address() + "/"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @AfterEach
  void reset() {
    browser.scripts(true);
    browser.normalWidth();
  }

  private static void awaitTotal(String total) {
    browser.await("document.getElementById('total')?.textContent === '" + total + "'");
  }

  private static String tick(String facet, String value) {
    return "#facet-%s input[value='%s']".formatted(facet, value);
  }

  private static boolean isTicked(String facet, String value) {
    return browser.one(tick(facet, value)).isSelected();
  }

  /** How many hits a value's tick says that it will leave. */
  private static String promised(String facet, String value) {
    return browser.text("#facet-%s label:has([value='%s']) .n".formatted(facet, value));
  }

  @Test
  void searchIsDrilledIntoPartyAndSpeakerAndBack() {
    browser.get("/");
    awaitTotal("16 passages");
    browser.typeInto("#q", "Trump Imran Khan", Keys.ENTER);
    awaitTotal("6 passages");
    assertEquals(SEARCH, browser.path());
    assertTrue(browser.text("#reading").startsWith("Read as trump AND imran AND khan"));
    assertEquals("5", promised("party", "pti"));
    browser.click(tick("party", "pti"));
    awaitTotal("5 passages");
    assertTrue(browser.isFocused("[name=party][value=pti]"));
    assertEquals("1", promised("speaker", "Imran Khan"));
    browser.click(tick("speaker", "Imran Khan"));
    awaitTotal("1 passage");
    assertEquals(SEARCH + "&speaker=Imran+Khan&party=pti", browser.path());
    assertEquals(
        List.of("Speaker Imran Khan", "Party PTI"),
        browser.texts("#chips .chip").stream().map(t -> t.replace("×", "").strip()).toList());
    assertEquals(List.of("Trump"), browser.texts(".hit mark"));
    assertTrue(browser.text(".hit .who").contains("PTI"));
    assertTrue(browser.text(".hit .inq").contains("marks lost"));
    assertTrue(browser.text(".hit .why").startsWith("Matched by name: he is Imran Khan."));
    browser.driver.navigate().refresh();
    awaitTotal("1 passage");
    browser.driver.navigate().back();
    awaitTotal("5 passages");
    browser.driver.navigate().back();
    awaitTotal("6 passages");
    assertEquals(SEARCH, browser.path());
    assertFalse(isTicked("party", "pti"));
  }

  @Test
  void chipTakesItsFilterAwayAndFocusGoesToTheNext() {
    browser.get(SEARCH + "&speaker=Imran+Khan&party=PTI");
    browser.click("#chips .chip");
    awaitTotal("5 passages");
    assertTrue(browser.isFocused("#chips .chip"));
    browser.type(Keys.ENTER);
    awaitTotal("6 passages");
    assertTrue(browser.isFocused("#heading"));
  }

  @Test
  void countsOfFacetsAreTheTotalsAfterTheirClicks() {
    for (String path : List.of("/", SEARCH, "/?type=quote&party=PTI", "/?q=Trump&kind=direct")) {
      browser.get(path);
      Object wrong =
          browser.later(
              """
              const boxes = [...document.querySelectorAll('#facets input[type=checkbox]')];
              Promise.all(boxes.map(async (box) => {
                const address = new URL(location.href);
                const rest = address.searchParams.getAll(box.name).filter((v) => v !== box.value);
                address.searchParams.delete(box.name);
                if (!box.checked) address.searchParams.append(box.name, box.value);
                else rest.forEach((v) => address.searchParams.append(box.name, v));
                if (box.checked) address.searchParams.append(box.name, box.value);
                const others = rest.length;
                const page = new DOMParser().parseFromString(
                  await (await fetch(address)).text(), 'text/html');
                const total = page.getElementById('total').textContent.split(' ')[0];
                const told = box.parentNode.querySelector('.n').textContent;
                return others > 0 || told === total ? '' : `${box.name} ${box.value}: ${told}, ${total}`;
              })).then((all) => done(all.filter(Boolean).concat(boxes.length > 3 ? [] : ['few'])))\
              """);
      assertEquals(List.of(), wrong, path);
    }
  }

  @Test
  void tabsShowPassagesQuotationsAndArticles() {
    browser.get(SEARCH);
    assertEquals(List.of("Passages 6", "Quotations 5", "Articles 1"), browser.texts("#tabs a"));
    browser.click("#tabs [data-key='2']");
    awaitTotal("5 quotations");
    assertEquals(5, browser.all("#hits blockquote").size());
    assertTrue(browser.texts("#hits .fr").stream().allMatch(frame -> frame.contains("⋯")));
    browser.click("#tabs [data-key='3']");
    awaitTotal("1 article");
    assertEquals("1 article with 6 passages", browser.text("#heading"));
    assertEquals(SEARCH + "&type=article", browser.path());
  }

  @Test
  void brushAndItsHandlesNarrowTheDates() {
    browser.get(SEARCH);
    browser.await("document.querySelector('.brush .overlay') !== null");
    WebElement plot = browser.one("#plot");
    int width = plot.getSize().getWidth();
    new Actions(browser.driver)
        .moveToElement(plot, width * 17 / 24 - width / 2, 0)
        .clickAndHold()
        .moveToElement(plot, width * 23 / 24 - width / 2, 0)
        .release()
        .perform();
    browser.await("location.search.includes('from=2024-09-01&to=2024-12-31')");
    awaitTotal("6 passages");
    assertEquals("Date Sep 2024 to Dec 2024", chip());
    assertEquals("Dec 2024", browser.one(".grip[aria-label=To]").getAttribute("aria-valuetext"));
    browser.typeInto(".grip[aria-label=To]", Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    browser.await("location.search.includes('to=2024-10-31')");
    awaitTotal("0 passages");
    assertTrue(browser.isFocused(".grip[aria-label=To]"));
    assertEquals("On any date 6 passages", browser.text(".nothing p"));
    browser.click(".nothing a");
    awaitTotal("6 passages");
    browser.typeInto("#plot a", Keys.ENTER);
    browser.await("location.search.includes('from=2024-11-01&to=2024-11-30')");
  }

  private static String chip() {
    return browser.text("#chips .chip").replace("×", "").strip();
  }

  @Test
  void articleIsOpenedAtThePassageAndBackComesToWhereOneWas() {
    browser.width(390);
    browser.get(SEARCH);
    WebElement read = browser.driver.findElements(By.linkText("Read in place")).get(4);
    browser.run("arguments[0].scrollIntoView({block: 'center'})", read);
    long before = browser.number("return Math.round(scrollY)");
    assertTrue(before > 300);
    String place = String.valueOf(read.getAttribute("href")).replaceFirst(".*#", "");
    read.click();
    browser.await("document.getElementById('" + place + "') !== null");
    assertTrue(browser.path().startsWith("/articles/"), browser.path());
    assertTrue(browser.path().endsWith("?q=Trump+Imran+Khan#" + place), browser.path());
    browser.driver.navigate().back();
    awaitTotal("6 passages");
    browser.await("Math.abs(scrollY - " + before + ") < 40");
  }

  @Test
  void citationIsCopiedAsTextAndInItsOtherForms() {
    browser.driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    browser.get("/?q=neutral&type=quote");
    browser.click(By.linkText("Copy citation"));
    browser.await("document.getElementById('status').textContent === 'Copied the citation.'");
    String citation = String.valueOf(browser.later("navigator.clipboard.readText().then(done)"));
    assertTrue(citation.startsWith("Imran Khan (PTI), 7 Nov 2024, "), citation);
    assertTrue(citation.contains(": I hope Trump will at least be neutral"), citation);
    assertTrue(
        citation.contains("[verbatim, its quotation marks lost in the archive; not certain: "),
        citation);
    assertTrue(citation.contains(": “he” taken to be Imran Khan] "), citation);
    assertTrue(citation.contains(served.address() + "/quotes/"), citation);
    browser.click(".menu summary");
    browser.click(By.linkText("JSON-LD"));
    browser.await("document.getElementById('status').textContent.includes('JSON-LD')");
    String data = String.valueOf(browser.later("navigator.clipboard.readText().then(done)"));
    assertTrue(data.startsWith("{\"@context\":\"https://schema.org\""), data);
  }

  @Test
  void keyboardAloneSearchesNarrowsAndReads() {
    browser.get("/");
    browser.type("/");
    assertTrue(browser.isFocused("#q"));
    browser.type("Trump Imran Khan", Keys.ENTER);
    awaitTotal("6 passages");
    browser.run("document.activeElement.blur()");
    browser.type("2");
    awaitTotal("5 quotations");
    browser.type("1");
    awaitTotal("6 passages");
    browser.type("f");
    assertTrue(browser.isFocused("#facets input"));
    browser.tabTo("[name=party][value=pti]");
    browser.type(Keys.SPACE);
    awaitTotal("5 passages");
    browser.type("j");
    browser.type("j");
    browser.type("k");
    assertTrue(browser.isFocused("#h1 a"));
    browser.type("?");
    browser.await("document.querySelector('dialog')?.open === true");
    browser.type(Keys.ESCAPE);
    browser.await("document.querySelector('dialog').open === false");
    browser.run("document.activeElement.blur()");
    browser.type(Keys.ENTER);
    browser.await("location.pathname.startsWith('/articles/')");
  }

  @Test
  void singleLettersCanBeSwitchedOffAndDoNothingInFields() {
    browser.get(SEARCH);
    browser.typeInto("#q", "j2");
    assertEquals("6 passages", browser.text("#total"));
    browser.get("/help");
    browser.click("#letters");
    try {
      browser.get(SEARCH);
      browser.type("2");
      browser.type("j");
      assertEquals(List.of(), browser.all(".hit[aria-current]"));
      assertEquals("6 passages", browser.text("#total"));
    } finally {
      browser.get("/help");
      browser.click("#letters");
    }
  }

  @Test
  void completionsAreOfferedAndNoneIsChosenByItself() {
    browser.get("/");
    browser.typeInto("#q", "zulf");
    browser.await("document.querySelectorAll('#completions [role=option]').length > 1");
    assertEquals("true", browser.one("#q").getAttribute("aria-expanded"));
    assertEquals(List.of(), browser.all("#completions [aria-selected=true]"));
    assertTrue(browser.text("#completions").startsWith("People\nZulfi Bukhari"));
    browser.assertAccessible();
    browser.type(Keys.ARROW_DOWN);
    assertEquals(1, browser.all("#completions [aria-selected=true]").size());
    browser.type(Keys.ESCAPE);
    browser.await("document.getElementById('completions').hidden");
    assertEquals("zulf", browser.one("#q").getAttribute("value"));
    browser.type(Keys.ARROW_DOWN);
    browser.await("!document.getElementById('completions').hidden");
    browser.type(Keys.ARROW_DOWN, Keys.ENTER);
    browser.await("location.search === '?q=Zulfi+Bukhari'");
  }

  @Test
  void faultPointsAtTheCharacterKeepsTheResultsAndOffersARepair() {
    browser.get(SEARCH);
    browser.one("#q").clear();
    browser.typeInto("#q", "\"Imran Khan", Keys.ENTER);
    browser.await("document.querySelector('[role=alert] .caret') !== null");
    assertEquals(
        "\"Imran Khan\n^", browser.run("return document.querySelector('.caret').textContent"));
    assertEquals(6, browser.all(".hit").size());
    assertEquals("true", browser.one("#q").getAttribute("aria-invalid"));
    browser.assertAccessible();
    browser.click("#fault p a");
    browser.await("document.querySelector('[role=alert]') === null");
    assertEquals("/?q=%22Imran+Khan%22", browser.path());
    browser.get("/?from=2025-01-01&to=2024-01-01");
    assertTrue(browser.text("#fault").startsWith("from (2025-01-01) lies after to (2024-01-01)"));
  }

  @Test
  void nothingFoundSaysWhatWould() {
    browser.get("/?q=neutral&speaker=Khawaja+Asif");
    assertEquals("No passage holds neutral within these filters", browser.text(".nothing h2"));
    assertEquals("Without Speaker Khawaja Asif 1 passage", browser.text(".nothing p"));
    assertTrue(isTicked("speaker", "Khawaja Asif"));
    assertEquals("0", promised("speaker", "Khawaja Asif"));
    browser.click(".nothing a");
    awaitTotal("1 passage");
    browser.get("/?q=Trmup+neutral");
    String reading = browser.text("#reading");
    assertTrue(reading.startsWith("Nothing holds all of the words"), reading);
    assertTrue(reading.contains("Did you mean trump neutral"), reading);
    browser.click(By.linkText("trump neutral"));
    awaitTotal("1 passage");
  }

  @Test
  void worksWithoutScripts() {
    browser.scripts(false);
    browser.width(700);
    browser.get("/");
    browser.typeInto("#q", "Trump Imran Khan");
    browser.click("#find .btn");
    awaitTotal("6 passages");
    browser.click("#names > summary");
    browser.click(tick("party", "pti"));
    browser.click("#find .btn");
    awaitTotal("5 passages");
    browser.click("#chips .chip");
    awaitTotal("6 passages");
    browser.click("#tabs a:nth-child(2)");
    awaitTotal("5 quotations");
    browser.click("#dates > summary");
    browser.click("#plot a");
    browser.await("location.search.includes('from=2024-11-01')");
    awaitTotal("5 quotations");
  }

  @Test
  void nothingSeriousForAccessibilityInEitherTheme() {
    for (String path :
        List.of(
            "/",
            SEARCH + "&party=PTI",
            "/?type=quote",
            "/?q=Khan&type=article",
            "/?q=neutral&speaker=Khawaja+Asif",
            "/?q=%22Imran",
            "/help",
            "/nowhere")) {
      browser.get(path);
      browser.assertAccessibleInBothThemes();
      assertEquals(1, browser.all("h1").size(), path);
    }
  }

  @Test
  void nothingScrollsSidewaysAtTheSmallestWidth() {
    browser.width(320);
    for (String path :
        List.of(
            "/",
            SEARCH + "&party=PTI&speaker=Imran+Khan",
            "/?type=quote&sort=newest",
            "/?type=article",
            "/?q=%22Imran",
            "/help")) {
      browser.get(path);
      browser.assertNoSidewaysScroll();
      browser.run("document.querySelectorAll('details.facets').forEach((d) => { d.open = true })");
      browser.assertNoSidewaysScroll();
      browser.run("document.documentElement.style.fontSize = '200%'");
      browser.assertNoSidewaysScroll();
    }
  }

  @Test
  void nothingIsFetchedFromElsewhereAndItIsLight() {
    browser.complaints();
    browser.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    for (String path : List.of(SEARCH, "/?type=quote", "/help")) {
      browser.get(path);
      browser.await("document.readyState === 'complete'");
      assertEquals(
          List.of(),
          browser.run(
              """
              return performance.getEntriesByType('resource').map((one) => one.name)
                .filter((name) => !name.startsWith(location.origin + '/'))\
              """));
      long bytes =
          browser.number(
              """
              const all = performance.getEntriesByType('resource')
                .concat(performance.getEntriesByType('navigation'));
              return all.reduce((sum, one) => sum + one.transferSize, 0)\
              """);
      assertTrue(bytes < 300_000, path + " takes " + bytes + " bytes");
      if (path.equals(SEARCH)) {
        assertTrue(bytes > 10_000, "the first page was not fetched: " + bytes);
      }
    }
    assertEquals(List.of(), browser.complaints());
  }
}
