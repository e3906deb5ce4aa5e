package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.http.RegistrySource;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchService;
import org.openqa.selenium.Keys;

/** The web components in a newsroom's page, which is of another origin than the archive. */
final class ComponentsTest {
  private static final Path PLUGIN = Path.of("src/docs/examples/newsroom-plugin.html");

  private static final Pattern HTML_BLOCK =
      Pattern.compile("^```html\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private static Path folder;
  private static LuceneArchive archive;
  private static HttpServer server;
  private static com.sun.net.httpserver.HttpServer newsroom;
  private static String origin;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    Browser.assumeInstalled();
    archive = LuceneArchive.open(folder);
    put(
        article("one")
            .in("<i>The Post</i>", "city")
            .paragraph("The bridge <img src=x onerror=alert(1)> opens 🌊 in May, Ruth Alder said.")
            .said(
                "The bridge <img src=x onerror=alert(1)> opens 🌊 in May",
                "Ruth Alder",
                "Harbour Party"));
    for (int i = 0; i < 5; i++) {
      put(
          article("ferry" + i)
              .paragraph("The bridge is late, Tom Birch said.")
              .said("The bridge is late", "Tom Birch", ""));
    }
    newsroom =
        com.sun.net.httpserver.HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin = "http://127.0.0.1:" + newsroom.getAddress().getPort();
    RegistryAliases names = new RegistryAliases();
    server =
        HttpServer.start(
            ServiceSettings.local(folder).with(Settings.CORS_ORIGIN, origin),
            new SearchService(archive.backend(), names, names),
            (RegistrySource) names::registry);
    publish("/", Files.readString(PLUGIN));
    publish("/readme", "<!DOCTYPE html>\n" + blockOfReadme().replaceAll("~q-\\w+", "~p2~q1"));
    newsroom.start();
    browser = Browser.open(URI.create(origin));
  }

  /** A page of the newsroom's, which uses this archive in place of the one that it names. */
  private static void publish(String path, String html) {
    byte[] page =
        html.replace("http://127.0.0.1:8080/", server.url().toString())
            .getBytes(StandardCharsets.UTF_8);
    newsroom.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
  }

  private static String blockOfReadme() throws IOException {
    Matcher block = HTML_BLOCK.matcher(Files.readString(Path.of("README.md")));
    assertTrue(block.find(), "README shows no HTML");
    return block.group(1);
  }

  private static void put(SampleArticle article) throws IOException {
    archive.put(article.archived());
    archive.commit();
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      newsroom.stop(0);
      server.close();
      archive.close();
    }
  }

  private static @Nullable Object run(String script) {
    return browser.run(
        "const inside = (id) => document.getElementById(id).shadowRoot; return " + script);
  }

  private static void await(String condition) {
    Await.until(
        () -> Boolean.TRUE.equals(run(condition)),
        Duration.ofSeconds(15),
        () -> condition + "\n" + run("inside('search')?.textContent"));
  }

  private static void load() {
    browser.get("/");
    await("inside('search') !== null && inside('search').querySelectorAll('li').length > 0");
    await("inside('latest').querySelectorAll('li').length > 0");
  }

  @Test
  void severalSearchAtOnceEachWithItsOwnFilters() throws Exception {
    load();
    assertEquals(3L, run("inside('search').querySelectorAll('li').length"));
    assertTrue(
        String.valueOf(run("inside('latest').querySelector('[role=status]').textContent"))
            .matches("[15] hits?"));
    assertEquals(
        true,
        run(
            "[...inside('latest').querySelectorAll('b')].every((b) => b.textContent === 'Tom"
                + " Birch')"));
  }

  @Test
  void textOfTheArchiveStaysText() throws Exception {
    load();
    browser.run("document.getElementById('search').setAttribute('q', 'opens May')");
    await("inside('search').textContent.includes('onerror=alert(1)')");
    assertEquals(0L, run("inside('search').querySelectorAll('img, i').length"));
    assertEquals(
        List.of("opens", "May"),
        run("[...inside('search').querySelectorAll('mark')].map((m) => m.textContent)"));
  }

  @Test
  void keyboardAloneSearchesPagesAndChooses() throws Exception {
    load();
    browser.run(
        "inside = document.getElementById('search').shadowRoot;"
            + " inside.querySelector('input').focus()");
    browser.type(Keys.chord(Keys.CONTROL, "a"), "late", Keys.ENTER);
    await(
        "inside('search').querySelectorAll('mark').length > 0 &&"
            + " [...inside('search').querySelectorAll('mark')].every((m) => m.textContent ==="
            + " 'late')");
    assertEquals("late", run("document.getElementById('search').getAttribute('q')"));
    browser.run("document.getElementById('search').shadowRoot.querySelector('li button').focus()");
    browser.type(Keys.ENTER);
    await("inside('quote')?.querySelector('blockquote')?.textContent === 'The bridge is late'");
    assertEquals(
        "Tom Birch, 2024-11-07: The bridge is late\n",
        run("document.getElementById('story').value"));
    assertEquals(
        "rgb(236, 232, 223)", run("getComputedStyle(document.getElementById('quote')).color"));
  }

  @Test
  void faultsAreToldWhereTheySearch() throws Exception {
    load();
    browser.run("document.getElementById('search').setAttribute('q', '\"open')");
    await(
        "inside('search').querySelector('[role=status]').textContent.startsWith('This cannot be"
            + " searched')");
    browser.run("document.getElementById('quote').setAttribute('quote', 'nothing')");
    await(
        "inside('quote').querySelector('[role=alert]')?.textContent.includes('holds no quotation')"
            + " === true");
    browser.run(
        "document.getElementById('search').setAttribute('endpoint', 'javascript:alert(1)')");
    await("!inside('search').innerHTML.includes('javascript:')");
  }

  @Test
  void readmesPageShowsASearchAndAQuotation() throws Exception {
    SampleArticle bridge =
        article("bridge")
            .paragraph("The bridge cost twice what was planned.")
            .paragraph("“We have waited ten years for this,” Ruth Alder told reporters.")
            .said("We have waited ten years for this", "Ruth Alder", "Harbour Party");
    put(bridge);
    try {
      browser.get("/readme");
      await(
          "document.querySelector('onrecord-quote')?.shadowRoot?.querySelector('blockquote')"
              + "?.textContent === 'We have waited ten years for this'");
      await(
          "document.querySelector('onrecord-search').shadowRoot.querySelectorAll('li').length"
              + " === 5");
    } finally {
      archive.delete(bridge.id());
      archive.commit();
    }
  }
}
