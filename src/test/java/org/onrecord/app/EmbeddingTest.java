package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.access.AccessControl;
import org.onrecord.access.KeyBounds;
import org.onrecord.access.KeyFile;
import org.onrecord.access.RateLimiter;
import org.onrecord.access.Role;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.backend.lucene.LuceneArchiveReader;
import org.onrecord.cli.option.ServiceSettings;
import org.onrecord.cli.option.Settings;
import org.onrecord.http.RegistrySource;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quotations in pages of other origins, which sanitise what they are given, and in a browser. */
final class EmbeddingTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WORDS =
      "We have waited ten years <b>for</b> this & for the ferry. ".repeat(12).strip();

  /** What WordPress lets pass of what a site that it does not know gives it to embed. */
  private static final Safelist WORDPRESS =
      new Safelist()
          .addTags("a", "blockquote", "iframe")
          .addAttributes("a", "href")
          .addAttributes(
              "iframe",
              "src",
              "width",
              "height",
              "frameborder",
              "marginwidth",
              "marginheight",
              "scrolling",
              "title");

  private static final Pattern KEPT =
      Pattern.compile("(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", Pattern.DOTALL);

  /** The page's part of WordPress's protocol, written for this test. */
  private static final String WORDPRESS_PAGE =
      """
      <!doctype html><meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'none'; script-src 'nonce-a'; frame-src %s">
      <div id="post">%s</div>
      <script nonce="a">
      addEventListener("message", ({ data, source }) => {
        if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
        for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
          if (frame.contentWindow !== source) continue;
          if (data.message === "height") {
            document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)
              .forEach((quote) => { quote.hidden = true; });
            frame.height = Math.max(200, Math.min(1000, Math.trunc(data.value)));
          }
          if (data.message === "link") document.title = data.value;
        }
      });
      </script>
      """;

  @TempDir private static Path folder;
  private static ServedArchive archive;
  private static com.sun.net.httpserver.HttpServer newsroom;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    RegistryAliases names = new RegistryAliases();
    archive =
        ServedArchive.open(
            folder,
            opened ->
                HttpServer.start(
                    ServiceSettings.local(folder),
                    new SearchService(opened.backend(), names, names),
                    (RegistrySource) names::registry));
    SampleArticle bridge =
        article("bridge")
            .in("The <i>Harbour</i> Post", "city")
            .paragraph("“" + WORDS + "” Ruth Alder told reporters.")
            .said(WORDS, "Ruth Alder", "Harbour Party");
    archive.put(bridge);
    client = HttpClient.newHttpClient();
    newsroom =
        com.sun.net.httpserver.HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    newsroom.start();
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    newsroom.stop(0);
    archive.close();
  }

  private static HttpResponse<String> get(URI address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private static String page() throws Exception {
    JsonNode hits = JSON.readTree(archive.get("/api/v1/search?type=quote").body()).get("hits");
    return archive.url() + "quotes/" + hits.get(0).get("id").asString();
  }

  private static JsonNode embedding(String url, String more) throws Exception {
    HttpResponse<String> answer =
        archive.get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  /** As WordPress does with what it is given. */
  private static String sanitised(String html) {
    String clean =
        Jsoup.clean(html, "", WORDPRESS, new Document.OutputSettings().prettyPrint(false));
    Matcher kept = KEPT.matcher(clean);
    assertTrue(kept.find(), clean);
    String quotation = String.valueOf(kept.group(1)).replace("null", "");
    return quotation.replace(
            "<blockquote", "<blockquote class=\"wp-embedded-content\" data-secret=\"aB3x\"")
        + kept.group(2)
            .replaceFirst("src=\"([^\"]*)\"", "src=\"$1#?secret=aB3x\" data-secret=\"aB3x\"")
            .replace(
                "<iframe",
                "<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\""
                    + " security=\"restricted\"");
  }

  @Test
  void wordsSpeakerAndLinkSurviveBeingSanitised() throws Exception {
    String page = page();
    String html = embedding(page, "").get("html").asString();
    assertTrue(html.startsWith("<blockquote"), html);
    Element kept = Jsoup.parseBodyFragment(sanitised(html)).body();
    Element quotation = kept.expectFirst("blockquote");
    assertTrue(
        quotation.text().startsWith(WORDS + " — Ruth Alder (Harbour Party), "), quotation.text());
    assertTrue(quotation.text().contains("The <i>Harbour</i> Post"), quotation.text());
    assertEquals(page, quotation.expectFirst("a").attr("href"));
    assertEquals(0, kept.select("script, b, i").size(), html);
    assertTrue(kept.expectFirst("iframe").attr("src").startsWith(archive.url() + "embed/quotes/"));
  }

  @Test
  void scriptIsLeftOutWhereItIsNotWanted() throws Exception {
    assertTrue(embedding(page(), "").get("html").asString().contains("embed/frames.js"));
    String without = embedding(page(), "&omit_script=1").get("html").asString();
    assertFalse(without.contains("<script"), without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&maxwidth=500&maxheight=750&dnt=1&discover=1&format=json",
        "&callback=jQuery1&_=1732000000",
        "&iframe=true&omit_script=1&lang=de&key=abc&utm_source=x"
      })
  void whatConsumersAddIsPassedOver(String more) throws Exception {
    assertEquals("rich", embedding(page(), more).get("type").asString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200",
    "'?utm_source=letter&fbclid=a', 200",
    "'#embed', 200",
    "'/', 200",
    "'/other', 404"
  })
  void addressIsKnownHoweverItWasCopied(String after, int status) throws Exception {
    String page = page() + after;
    assertEquals(status, asked(page));
    assertEquals(status, asked(page.replace("~", "%7E")));
    assertEquals(404, asked(page.replace("127.0.0.1", "127.0.0.2")));
  }

  private static int asked(String url) throws Exception {
    return archive
        .get("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8))
        .statusCode();
  }

  @Test
  void schemeOfTheAddressDoesNotMatterOnUsualPorts() throws Exception {
    RegistryAliases names = new RegistryAliases();
    String path = page().substring(archive.url().toString().length() - 1);
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(folder);
        HttpServer server =
            HttpServer.start(
                ServiceSettings.local(folder)
                    .with(Settings.PUBLIC_URL, "https://archive.example/old"),
                new SearchService(reader.backend(), names, names),
                (RegistrySource) names::registry)) {
      for (String own :
          new String[] {"http://archive.example/old", "https://ARCHIVE.example:443/old"}) {
        String asked = "oembed?url=" + URLEncoder.encode(own + path, StandardCharsets.UTF_8);
        assertEquals(200, get(server.url().resolve(asked)).statusCode(), own);
      }
      String beside = URLEncoder.encode("https://archive.example" + path, StandardCharsets.UTF_8);
      assertEquals(404, get(server.url().resolve("oembed?url=" + beside)).statusCode());
    }
  }

  @Test
  void misspeltFilterIsStillRefused() throws Exception {
    assertEquals(400, archive.get("/api/v1/search?speakr=Tom").statusCode());
    assertEquals(200, archive.get("/api/v1/search?q=ferry&_=1732000000").statusCode());
    assertEquals(400, archive.get("/oembed?ulr=x").statusCode());
  }

  @Test
  void whatPagesLoadIsServedWhateverTheOrigin() throws Exception {
    String html = archive.get("/").body();
    Matcher file = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(html);
    int found = 0;
    while (file.find()) {
      for (String origin : new String[] {"https://post.example", "null"}) {
        HttpResponse<String> answer = get(archive.url().resolve(file.group(1)), "Origin", origin);
        assertEquals(200, answer.statusCode(), file.group(1) + " for " + origin);
        found++;
      }
    }
    assertTrue(found >= 4, "assets: " + found);
    for (String script : new String[] {"/embed/onrecord.js", "/embed/frames.js"}) {
      HttpResponse<String> answer = get(archive.url().resolve(script), "Origin", "null");
      assertEquals(200, answer.statusCode());
      assertEquals(
          "cross-origin",
          answer.headers().firstValue("Cross-Origin-Resource-Policy").orElseThrow());
    }
  }

  @Test
  void pagesTellThoseWhoShowLinksWhatTheyAre() throws Exception {
    Document quotation = Jsoup.parse(get(URI.create(page())).body());
    assertEquals("article", tag(quotation, "og:type"));
    assertTrue(
        tag(quotation, "og:title").startsWith("Ruth Alder: We have waited"),
        quotation.head()::html);
    assertTrue(tag(quotation, "og:description").contains("We have waited ten years <b>for"));
    assertEquals(page(), tag(quotation, "og:url"));
    for (String path : new String[] {"/", "/archive", "/help", "/articles/bridge", "/?q=ferry"}) {
      Document page = Jsoup.parse(archive.get(path).body());
      for (String name : new String[] {"og:title", "og:type", "og:description", "og:site_name"}) {
        assertFalse(tag(page, name).isBlank(), path + " lacks " + name);
      }
      assertEquals("summary", page.expectFirst("meta[name=twitter:card]").attr("content"));
    }
    assertTrue(
        tag(Jsoup.parse(archive.get("/articles/bridge").body()), "og:description")
            .contains("1 quotation"));
  }

  private static String tag(Document page, String name) {
    return page.select("meta[property=" + name + "]").attr("content");
  }

  @Test
  void privateFrameAsksToSignInAsAPage() throws Exception {
    RegistryAliases names = new RegistryAliases();
    KeyFile keys = new KeyFile(folder.resolve("private"), InstantSource.system());
    Files.createDirectories(folder.resolve("private"));
    keys.add("desk", Role.READER);
    String path = page().substring(archive.url().toString().length());
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(folder);
        HttpServer server =
            HttpServer.start(
                ServiceSettings.local(folder),
                new SearchService(reader.backend(), names, names),
                (RegistrySource) names::registry,
                new AccessControl(keys, false, InstantSource.system()),
                new RateLimiter(0, System::nanoTime))) {
      URI frame = server.url().resolve("embed/" + path);
      HttpResponse<String> seen = get(frame, "Accept", "text/html,*/*;q=0.8");
      assertEquals(401, seen.statusCode());
      Document page = Jsoup.parse(seen.body(), server.url().toString());
      assertTrue(page.text().contains("Sign in to see this quotation"), seen.body());
      Element link = page.expectFirst("a");
      assertEquals("_blank", link.attr("target"));
      assertEquals(
          "/sign-in?to=/" + path, link.attr("href").replace("%2F", "/").replace("%7E", "~"));
      assertFalse(seen.body().contains("waited"), seen.body());
      assertTrue(
          seen.headers()
              .firstValue("Content-Security-Policy")
              .orElse("")
              .contains("frame-ancestors *"));
      HttpResponse<String> program = get(frame, "Accept", "application/json");
      assertTrue(program.body().startsWith("{"), program.body());
    }
  }

  /** In a public page, where the archive is not, in the page's own language. */
  @Test
  void componentsReadByAKeyOfThePageAndSpeakItsLanguage() throws Exception {
    Browser.assumeInstalled();
    RegistryAliases names = new RegistryAliases();
    Files.createDirectories(folder.resolve("bound"));
    KeyFile keys = new KeyFile(folder.resolve("bound"), InstantSource.system());
    String key =
        keys.add(
                "page",
                Role.READER,
                new KeyBounds(null, List.of(), List.of(), List.of(origin().toString()), null))
            .secret();
    try (LuceneArchiveReader reader = LuceneArchiveReader.open(folder);
        HttpServer server =
            HttpServer.start(
                ServiceSettings.local(folder),
                new SearchService(reader.backend(), names, names),
                (RegistrySource) names::registry,
                new AccessControl(keys, false, InstantSource.system()),
                new RateLimiter(0, System::nanoTime))) {
      String script = "<script src=\"" + server.url() + "embed/onrecord.js\" defer></script>";
      String path =
          published(
              "/bound",
              """
              <!doctype html>%s
              <onrecord-search lang="de" key="%s" type="quote" q="ferry" text-search="Suchen"
                text-hits-one="{n} Treffer" text-direct="wörtlich" text-denied="{who} bestreitet"></onrecord-search>
              """
                  .formatted(script, key));
      try (Browser browser = Browser.open(origin())) {
        browser.get(path);
        String inside = "document.querySelector('onrecord-search').shadowRoot";
        browser.await(inside + "?.querySelectorAll('li').length === 1");
        assertEquals(
            "1 Treffer",
            browser.run("return " + inside + ".querySelector('[role=status]').textContent"));
        assertEquals(
            "Suchen",
            browser.run("return " + inside + ".querySelector('[type=submit]').textContent"));
        assertTrue(
            String.valueOf(
                    browser.run(
                        "return " + inside + ".querySelector('.facts:not([role])').textContent"))
                .contains("7. November 2024"));
        browser.run(
            "document.querySelector('onrecord-search').setAttribute('key', 'onr_00000000_x')");
        browser.await(
            inside + ".querySelector('[role=status]').textContent.includes('does not hold')");
      }
    }
  }

  private static String published(String path, String html) {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    newsroom.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    return path;
  }

  private static URI origin() {
    return URI.create("http://127.0.0.1:" + newsroom.getAddress().getPort());
  }

  @Test
  void frameIsStyledAndGrowsInWordPressSandbox() throws Exception {
    Browser.assumeInstalled();
    String html = sanitised(embedding(page(), "").get("html").asString());
    String path =
        published(
            "/wordpress",
            WORDPRESS_PAGE.formatted(archive.url().toString().replaceFirst("/$", ""), html));
    try (Browser browser = Browser.open(origin())) {
      browser.get(path);
      browser.await("document.querySelector('blockquote').hidden");
      long told = browser.number("return document.querySelector('iframe').height");
      assertTrue(told > 250, "height " + told);
      browser.driver.switchTo().frame(browser.one("iframe"));
      assertEquals("null", browser.run("return String(self.origin)"));
      assertEquals(
          "3px",
          browser.run("return getComputedStyle(document.querySelector('.emb')).borderTopWidth"));
      assertTrue(browser.text("blockquote").startsWith("We have waited ten years <b>for</b>"));
      long needed = browser.number("return document.body.scrollHeight");
      assertTrue(Math.abs(needed - told) <= 1, "needed " + needed + ", told " + told);
      browser.click(".end a");
      browser.driver.switchTo().defaultContent();
      browser.await("document.title.endsWith('/quotes/' + document.title.split('/').at(-1))");
      assertEquals(page(), browser.run("return document.title"));
    }
  }

  @Test
  void frameGrowsInAnyPageWithTheScript() throws Exception {
    Browser.assumeInstalled();
    String path =
        published(
            "/plain",
            "<!doctype html><body style=\"width:300px\">"
                + embedding(page(), "&maxwidth=300&maxheight=100").get("html").asString());
    try (Browser browser = Browser.open(origin())) {
      browser.get(path);
      browser.await("document.querySelector('blockquote').hidden");
      browser.await("document.querySelector('iframe').height > 300");
    }
  }

  @Test
  void copiedCodeIsTheSame() throws Exception {
    String code = Jsoup.parse(get(URI.create(page())).body()).expectFirst("#code").text();
    assertEquals(
        Jsoup.parse(embedding(page(), "").get("html").asString()).text(), Jsoup.parse(code).text());
    assertTrue(code.contains("embed/frames.js"), code);
  }
}
