package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * Articles, quotations, speakers, parties and the archive as the program shows them, in a browser:
 * the sample article, and one of hostile words.
 */
final class ArticleViewTest {
  private static final String SAMPLE = "/articles/000_b03c4911561bffbe";
  private static final String KHAN = "/quotes/000_b03c4911561bffbe~q-847e7d0d6d";
  private static final String SEARCH = "?q=Trump+Imran+Khan";
  private static final List<String> VIEWS =
      List.of(
          SAMPLE + SEARCH + "#p4",
          "/articles/floods",
          KHAN,
          "/embed" + KHAN,
          "/speakers/imran-khan",
          "/parties/pti",
          "/archive",
          "/sign-in",
          "/articles/none");

  @TempDir private static Path home;
  private static ServedProgram served;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    Browser.assumeInstalled();
    Path seeds = Files.createDirectory(home.resolve("seeds"));
    try (DirectoryStream<Path> samples = Files.newDirectoryStream(Path.of("seeds"))) {
      for (Path sample : samples) {
        Files.copy(sample, seeds.resolve(sample.getFileName()));
      }
    }
    Files.writeString(seeds.resolve("own.jsonl"), floods() + "\n" + longOne() + "\n");
    served = ServedProgram.start(home, List.of("serve"));
    browser = Browser.open(URI.create(served.address()));
  }

  @AfterAll
  static void close() throws InterruptedException {
    if (browser != null) {
      browser.close();
    }
    if (served != null) {
      served.close();
    }
  }

  @AfterEach
  void asBefore() {
    if (browser != null) {
      browser.scripts(true);
      browser.normalWidth();
      browser.driver.executeCdpCommand(
          "Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    }
  }

  private static String floods() {
    return """
    {"id":"floods","date":"2024-11-09","title":"Mayor 🌊 Ruth Alder <b>speaks</b><script>window.bad=1</script>",\
    "url":"javascript:window.bad=1","outlet":"The <i>Harbour</i> Post",\
    "body":"🌊🌊 “We are ready,” Ruth Alder said, “as we were in 2010.” <script>window.bad=1</script>\\n\\n\
    سیلاب کے بعد: “We will rebuild 🚰 the pier,” Tom Birch told reporters. <img src=x onerror=window.bad=1>\\n\\n\
    روتھ ایلڈر نے کہا کہ ہم تیار ہیں۔"}\
    """;
  }

  private static String longOne() {
    StringBuilder body = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      body.append("Ferry ")
          .append(i)
          .append(" is back on its old course across the bay, Ruth Alder said.\\n\\n");
    }
    return "{\"id\":\"ferries\",\"date\":\"2024-11-10\",\"body\":\"" + body + "\"}";
  }

  @Test
  void arrivesAtThePassageAndStepsInReadingOrder() {
    browser.get(SAMPLE + SEARCH + "#p4");
    browser.await("document.querySelector('.para:target') !== null");
    assertEquals("p4", browser.one(".para:target").getAttribute("id"));
    assertTrue(browser.text("#p4 .step").startsWith("Passage 3 of 6"));
    assertEquals(
        1L,
        browser.run(
            "return [...document.querySelectorAll('.step')]"
                + ".filter((one) => one.offsetParent !== null).length"));
    browser.await("document.activeElement.matches('#p4 .no')");
    assertTrue(inWindow("#p4"));
    browser.type("n");
    browser.await("location.hash === '#p5'");
    browser.type("n");
    browser.await("location.hash === '#p7'");
    browser.type("p");
    browser.await("location.hash === '#p5'");
    assertEquals("Passage 4 of 6", browser.text("#p5 .step b"));
    assertEquals(List.of("Trump", "Khan"), browser.texts("#p5 mark"));
    browser.click(".crumb a");
    browser.await("location.pathname === '/' && location.search === '" + SEARCH + "'");
  }

  private static boolean inWindow(String selector) {
    return Boolean.TRUE.equals(
        browser.run(
            """
            const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight\
            """,
            selector));
  }

  @Test
  void permalinkLeadsToTheExactWords() {
    browser.get(KHAN);
    browser.click(".head .acts a");
    browser.await("document.querySelector('.q:target') !== null");
    assertTrue(
        String.valueOf(browser.run("return document.querySelector(':target').innerText"))
            .contains("I hope Trump will at least be neutral"));
    assertTrue(inWindow(".q:target"));
  }

  @Test
  void speakerMentionAndContentLightUpTogether() {
    browser.get(SAMPLE);
    new Actions(browser.driver).moveToLocation(1, 1).perform();
    browser.run("document.querySelector('[data-note=\"q-847e7d0d6d\"] a').focus()");
    assertEquals(
        List.of("he", "told"),
        browser.run(
            "return [...document.querySelectorAll('.w.lit')].map((one) => one.textContent)"));
    assertEquals(1, browser.all(".q.lit").size());
    assertEquals(1, browser.all("[data-lane=imran-khan].lit").size());
    new Actions(browser.driver).moveToElement(browser.one("[data-lane=zulfi-bukhari]")).perform();
    browser.await("document.querySelectorAll('.q.lit').length > 3");
    assertEquals(
        0L,
        browser.run(
            """
            return [...document.querySelectorAll('.q.lit')]
              .filter((one) => one.dataset.speaker !== 'zulfi-bukhari').length\
            """));
  }

  @Test
  void untickedSpeakerIsNotShaded() {
    browser.get(SAMPLE);
    browser.click("[data-shade=zulfi-bukhari]");
    assertEquals(0, browser.all(".q[data-speaker=zulfi-bukhari]:not(.off)").size());
    assertEquals(0, browser.all(".q.off:not([data-speaker=zulfi-bukhari])").size());
    browser.click("#none");
    assertEquals(0, browser.all(".q:not(.off)").size());
    browser.click("#none");
    assertEquals(0, browser.all(".q.off").size());
  }

  @Test
  void speakersKeepTheirColours() {
    browser.get(SAMPLE);
    assertEquals("slot0", browser.one("[data-lane=zulfi-bukhari]").getAttribute("class"));
    assertEquals("slot3", browser.one("[data-lane=imran-khan]").getAttribute("class"));
    assertEquals("slot4", browser.one("[data-lane=fawad-chaudhry]").getAttribute("class"));
  }

  @Test
  void textIsTheArchivesToTheCharacter() {
    for (String article : List.of(SAMPLE, SAMPLE + SEARCH, "/articles/floods")) {
      browser.get(article);
      Object shown = browser.seen(".pas, h1[id]");
      Object told =
          browser.later(
              """
              fetch('/api/v1' + location.pathname).then((answer) => answer.json())
                .then((body) => done(body.paragraphs.map((one) => one.text)))\
              """);
      assertEquals(told, shown, article);
    }
  }

  @Test
  void copyingGivesTheArchivesWordsOnly() {
    browser.get(SAMPLE + SEARCH + "#p4");
    String copied =
        String.valueOf(
            browser.run(
                """
                getSelection().selectAllChildren(document.getElementById('text'));
                return getSelection().toString()\
                """));
    Object told =
        browser.later(
            """
            fetch('/api/v1' + location.pathname).then((answer) => answer.json())
              .then((body) => done(body.paragraphs.map((one) => one.text).join(' ')))\
            """);
    assertEquals(told, copied.strip().replaceAll("\\s+", " "));
  }

  @Test
  void hostileWordsStayWords() {
    browser.get("/articles/floods");
    assertEquals(true, browser.run("return window.bad === undefined"));
    assertEquals(0, browser.all("h1 b, .pas img, .pas script, .by i").size());
    assertEquals(0, browser.all("[href^='javascript:']").size());
    assertEquals("en", browser.one("#p1 .pas").getAttribute("lang"));
    assertEquals("und", browser.one("#p3 .pas").getAttribute("lang"));
    assertEquals(
        "rtl",
        browser.run("return getComputedStyle(document.querySelector('#p3 .pas')).direction"));
  }

  @Test
  void longArticleIsDrawnAsItIsReadAndStillArrivesInPlace() {
    browser.get("/articles/ferries?q=ferry#p33");
    browser.await("document.querySelector('.para:target') !== null");
    assertEquals(
        "auto",
        browser.run("return getComputedStyle(document.getElementById('p2')).contentVisibility"));
    browser.await(
        "document.getElementById('p33').getBoundingClientRect().top >= 0"
            + " && document.getElementById('p33').getBoundingClientRect().top < innerHeight");
  }

  @Test
  void paperHasNotesAndInitialsAndNoControls() {
    browser.get(SAMPLE + SEARCH + "#p4");
    browser.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    for (String gone : List.of(".mast nav", ".find", ".arrive", ".step", ".leg input", ".mend")) {
      assertEquals(
          true,
          browser.run(
              """
              return [...document.querySelectorAll(arguments[0])]
                .every((one) => one.getClientRects().length === 0)\
              """,
              gone),
          gone);
    }
    assertEquals(
        List.of(true, true, "\"IK\" / \"\"", "rgba(0, 0, 0, 0)"),
        browser.run(
            """
            const q = document.querySelector('#p4 .q');
            return [document.querySelector('#p4 .side').getClientRects().length > 0,
              document.querySelector('.leg .nm').getClientRects().length > 0,
              getComputedStyle(q, '::before').content, getComputedStyle(q).backgroundColor]\
            """));
  }

  @Test
  void speakerPageTellsPartiesQuotationsAndWhomTheySpeakAbout() {
    browser.get(SAMPLE);
    browser.click("[data-lane=zulfi-bukhari] .nm a");
    browser.await("location.pathname === '/speakers/zulfi-bukhari'");
    assertEquals("Zulfi Bukhari", browser.text("h1"));
    assertTrue(
        String.valueOf(browser.one(".lanes").getAttribute("aria-label"))
            .contains("quoted for PTI"));
    assertTrue(browser.texts(".bars a bdi").contains("Donald Trump"));
    String quoted = browser.text(".head .by");
    assertTrue(quoted.contains("quotations"), quoted);
    int shown = browser.all("#hits > .hit").size();
    browser.typeInto(".hist a", Keys.ENTER);
    browser.await("location.pathname === '/' && document.getElementById('total') !== null");
    assertTrue(
        browser.path().contains("speaker=Zulfi+Bukhari") && browser.path().contains("from=2024"),
        browser.path());
    assertEquals(shown + " quotations", browser.text("#total"));
  }

  @Test
  void partyPageTellsWhoSpeaksForIt() {
    browser.get("/speakers/imran-khan");
    browser.click(".head a.party");
    browser.await("location.pathname === '/parties/pti'");
    assertEquals("PTI", browser.text("h1"));
    assertTrue(browser.texts(".bars a bdi").containsAll(List.of("Zulfi Bukhari", "Asad Qaiser")));
    browser.get("/parties/none");
    assertEquals("There is no such party", browser.text("h1"));
  }

  @Test
  void archiveCountsAndShowsTheNewestFirst() {
    browser.get("/archive");
    assertTrue(browser.text(".head .by").startsWith("3 articles"));
    assertTrue(browser.texts(".newest .headline").getFirst().startsWith("Ferry 1 is back"));
    assertTrue(browser.texts("pre").getLast().endsWith(served.address() + "/api/v1/articles'"));
  }

  @Test
  void citationIsCopiedWithoutAnyMarkThatTheWordsLack() {
    browser.get(KHAN);
    Object text =
        browser.later(
            "fetch(document.querySelector('[data-copy]').href).then((a) => a.text()).then(done)");
    assertTrue(
        String.valueOf(text).contains("I hope Trump will at least be neutral"), () -> "" + text);
    String before = String.valueOf(text).split(" \\[", 2)[0];
    assertFalse(before.matches("(?s).*[“”\"].*"), before);
  }

  @Test
  void correctsInPlaceByKeyboardAloneAndUndoesIt() {
    browser.get("/help");
    browser.get(SAMPLE + "#p14");
    browser.await("document.readyState === 'complete'");
    browser.await(
        "(document.querySelector('[data-note=\"q-864117d606\"] .mend')?.focus(),"
            + " document.activeElement.matches('[data-note=\"q-864117d606\"] .mend'))");
    browser.type(Keys.ENTER);
    browser.await("document.querySelector('dialog[open] #who') !== null");
    assertTrue(browser.isFocused("#who"));
    browser.assertAccessible();
    browser.type("Asad Qaiser", Keys.ENTER);
    browser.await(
        "document.querySelector('[data-note=\"q-864117d606\"]')?.dataset.speaker ==="
            + " 'asad-qaiser'");
    assertTrue(browser.text("#status").startsWith("Asad Qaiser says it now."));
    String note = browser.text("[data-note=\"q-864117d606\"]");
    assertTrue(note.contains("corrected by this machine on"), note);
    assertTrue(note.contains("worked out before: Khawaja Asif"), note);
    browser.click("#status button");
    browser.await(
        "document.querySelector('[data-note=\"q-864117d606\"]')?.dataset.speaker ==="
            + " 'khawaja-asif'");
    assertFalse(browser.text("[data-note=\"q-864117d606\"]").contains("corrected"));
  }

  @Test
  void correctsWithoutScripts() {
    browser.scripts(false);
    browser.get(SAMPLE + "#p15");
    assertEquals(1, browser.all("#p15:target").size());
    browser.click("#p15 .mend");
    browser.await("document.querySelector('button[value=not-a-quotation]') !== null");
    browser.click("button[value=not-a-quotation]");
    browser.await("document.querySelector('#p15 .struck') !== null");
    assertEquals(SAMPLE + "#p15", browser.path());
    String struck = browser.text("#p15 .struck");
    assertTrue(struck.contains("struck as no quotation by this machine"), struck);
    browser.click("#p15 .struck button");
    browser.await("document.querySelector('.q') !== null && !document.querySelector('.struck')");
    assertEquals(1, browser.all("#p15 .q").size());
  }

  @Test
  void refusedCorrectionSaysWhy() {
    browser.get(KHAN + "#correct");
    browser.typeInto("#party", " ");
    browser.click("button[value=party]");
    browser.await("document.querySelector('.errt:not([hidden])') !== null");
    assertTrue(browser.text(".errt").contains("name"), browser.text(".errt"));
  }

  @Test
  void everyViewIsAccessibleInBothThemes() {
    for (String view : VIEWS) {
      browser.get(view);
      browser.assertAccessibleInBothThemes();
      assertTrue(browser.all("h1").size() <= 1, view);
    }
  }

  @Test
  void noViewScrollsSidewaysAtTheSmallestWidth() {
    browser.width(320);
    for (String view : VIEWS) {
      browser.get(view);
      browser.assertNoSidewaysScroll();
    }
  }

  @Test
  void browserHasNothingToComplainOf() throws IOException {
    browser.complaints();
    for (String view : VIEWS.subList(0, VIEWS.size() - 1)) {
      browser.get(view);
      browser.await("document.readyState === 'complete'");
    }
    assertEquals(List.of(), browser.complaints());
  }
}
