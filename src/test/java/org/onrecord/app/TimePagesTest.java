package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Polarity;
import org.onrecord.backend.lucene.LuceneArchive;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.SampleArticle;
import org.onrecord.search.SearchService;

/** The pages of what is said over time, with and without a browser. */
final class TimePagesTest {
  /** The heaviest that a page may be, in bytes. */
  private static final int HEAVIEST = 80_000;

  @TempDir private static Path folder;
  private static LuceneArchive archive;
  private static HttpServer server;
  private static HttpClient client;

  @BeforeAll
  static void open() throws IOException {
    archive = LuceneArchive.open(folder);
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= month; day++) {
        put(sample(month, day, day % 3 == 0 ? "Tom Birch" : "Ruth <b>Alder</b>"));
      }
    }
    archive.commit();
    client = HttpClient.newHttpClient();
    server =
        HttpServer.start(new SearchService(archive.backend(), FacetAliases.NONE), "127.0.0.1", 0);
  }

  private static SampleArticle sample(int month, int day, String speaker) {
    String words = "the ferry " + (day % 3 == 0 ? "sinks" : "sails") + " on day " + day;
    SampleArticle made =
        article("a" + month + "-" + day)
            .on("2023-%02d-%02d".formatted(month, day))
            .in(month % 2 == 0 ? "The Harbour Post" : "Ferry News", "city")
            .paragraph(speaker + " said that " + words + ".")
            .said(words, speaker, day % 3 == 0 ? "Free Ferry List" : "Harbour Party");
    return day % 4 == 0 ? made.told(Polarity.DENIED) : made;
  }

  private static void put(SampleArticle one) throws IOException {
    archive.put(one.archived());
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

  private static String page(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().length() < HEAVIEST, path + " is " + answer.body().length());
    assertFalse(answer.body().contains("<b>Alder"), "a name is no mark-up");
    return answer.body();
  }

  @Test
  void aPointLeadsToItsQuotations() throws Exception {
    String page = page("/trends?series=speaker:Tom+Birch&interval=month");
    String link = "/?type=quote&amp;speaker=Tom+Birch&amp;from=2023-06-01&amp;to=2023-06-30";
    assertTrue(
        page.contains("<a href=\"" + link + "\"><title>Tom Birch, Jun 2023: 2 of 6 (33 %)"), page);
    String found = get(link.replace("&amp;", "&")).body();
    assertTrue(found.contains("2 quotations"), "the point's quotations");
  }

  @Test
  void aFormWithoutScriptsBecomesOneAddress() throws Exception {
    HttpResponse<String> answer =
        get(
            "/trends?kind=speaker&value=Tom+Birch&kind=party&value=&kind=q&value=ferry&split=&q=&interval=week");
    assertEquals(303, answer.statusCode());
    assertEquals(
        "/trends?series=speaker%3ATom+Birch&series=q%3Aferry&interval=week",
        answer.headers().firstValue("Location").orElse(""));
  }

  @Test
  void whatIsTypedIsMeantAndNotTheSplitThatTheFormBeganWith() throws Exception {
    HttpResponse<String> answer =
        get("/trends?kind=party&value=Harbour+Party&kind=party&value=&split=party&q=ferry");
    assertEquals(303, answer.statusCode());
    assertEquals(
        "/trends?series=party%3AHarbour+Party&q=ferry",
        answer.headers().firstValue("Location").orElse(""));
  }

  @Test
  void theWordsThatWereAskedForAreTypicalOfNothing() throws Exception {
    String page =
        page("/trends?q=Ferry&series=speaker:Tom+Birch&series=speaker:Ruth+%3Cb%3EAlder%3C/b%3E");
    assertFalse(page.contains("q=Ferry+ferry"), page);
  }

  @Test
  void whatCannotBeCountedSaysSo() throws Exception {
    StringBuilder many = new StringBuilder("/trends?interval=day");
    for (int i = 0; i < 50; i++) {
      many.append("&series=q:word").append(i);
    }
    HttpResponse<String> answer = get(many.toString());
    assertEquals(400, answer.statusCode());
    assertTrue(
        answer.body().contains("At most 6 series stand side by side, not 50"), answer.body());
    assertTrue(get("/trends?of=own").body().contains("its share of its own is always 1"));
  }

  @Test
  void manyPointsAreDrawnAndTheirFiguresAreInAFile() throws Exception {
    String page = page("/trends?split=speaker&interval=day");
    assertTrue(page.contains("Quotations by the day, 1 Jan 2023 to 12 Dec 2023"), page);
    assertFalse(page.contains("<table>"), "a table of 692 figures");
    assertTrue(page.contains("There are too many figures for a table"), page);
  }

  @Test
  void theDrawingIsAFileOfItsOwn() throws Exception {
    HttpResponse<String> svg = get("/api/v1/trends?split=speaker&format=svg&show=share");
    assertEquals(
        "image/svg+xml;charset=utf-8", svg.headers().firstValue("Content-Type").orElse(""));
    assertTrue(svg.body().startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), svg.body());
    assertTrue(svg.body().contains("Ruth &lt;b&gt;Alder&lt;/b&gt;: "), svg.body());
    assertFalse(svg.body().contains("<b>"), svg.body());
  }

  @Test
  void anOutletIsAuditedOnOnePage() throws Exception {
    String page = page("/voices?outlet=Ferry+News");
    assertTrue(page.contains("Who is heard in Ferry News"), page);
    assertTrue(page.contains("beside the same in all outlets, of which there are"), page);
    assertTrue(page.contains("not known"), page);
    assertTrue(page.contains("/?type=quote&amp;speaker=Tom+Birch&amp;outlet=Ferry+News"), page);
    assertEquals(400, get("/voices?from=soon").statusCode());
  }

  private static HttpResponse<String> sent(String form) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.url().resolve("/batch"))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void aListIsCountedWithoutScripts() throws Exception {
    page("/batch");
    HttpResponse<String> counted =
        sent("list=Tom+Birch%0ANobody%0A%3Cb%3Ebold&by=speaker&q=ferry&outlet=&from=&to=");
    assertEquals(200, counted.statusCode(), counted.body());
    assertTrue(
        counted.body().contains("<a href=\"/?q=ferry&amp;type=quote&amp;speaker=Tom+Birch\">"),
        counted.body());
    assertTrue(counted.body().contains("&lt;b&gt;bold"), counted.body());
    HttpResponse<String> file = sent("list=Tom+Birch&by=speaker&as=csv");
    assertTrue(file.body().startsWith("\uFEFF\"speaker\",\"total\",\"first\""), file.body());
    assertEquals(400, sent("list=&by=speaker").statusCode());
    assertEquals(400, sent("list=x&from=soon").statusCode());
  }

  @Test
  void everyViewIsAccessibleAndFitsNarrowScreens() {
    Browser.assumeInstalled();
    try (Browser browser = Browser.open(URI.create(server.url().toString()))) {
      for (String path :
          List.of(
              "/trends",
              "/trends?series=speaker:Tom+Birch&show=share&interval=week",
              "/trends?of=own",
              "/voices?outlet=Ferry+News",
              "/batch")) {
        for (String scheme : List.of("light", "dark")) {
          browser.colours(scheme);
          for (int width : List.of(320, 1280)) {
            browser.width(width);
            browser.get(path);
            browser.assertAccessible();
            assertTrue(
                browser.number("return document.documentElement.scrollWidth - innerWidth") <= 0,
                path + " at " + width);
          }
        }
      }
    }
  }
}
