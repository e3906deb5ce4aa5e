package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.http.FakeBackend;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A quotation's page, its frame and oEmbed, as other programs read them. */
final class QuotePageTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern LINKED_DATA =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  private static HttpServer server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.start(FakeBackend.service(), "127.0.0.1", 0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.url().resolve(path)).build(), BodyHandlers.ofString());
  }

  private static JsonNode linkedData(String html) {
    Matcher script = LINKED_DATA.matcher(html);
    assertTrue(script.find(), html);
    return JSON.readTree(script.group(1));
  }

  @Test
  void pageSaysInLinkedDataWhoSaidItAndWhere() throws Exception {
    HttpResponse<String> page = get("/quotes/sample~p2~q2");
    assertEquals(200, page.statusCode());
    assertEquals("text/html;charset=utf-8", page.headers().firstValue("Content-Type").orElse(""));
    JsonNode data = linkedData(page.body());
    assertEquals("Quotation", data.get("@type").asString());
    assertTrue(data.get("text").asString().startsWith("I hope Trump will"));
    assertEquals("Person", data.at("/creator/@type").asString());
    assertEquals("Imran Khan", data.at("/creator/name").asString());
    assertEquals("PTI", data.at("/creator/affiliation/name").asString());
    assertEquals("NewsArticle", data.at("/isPartOf/@type").asString());
    assertEquals("2024-11-07", data.at("/isPartOf/datePublished").asString());
    assertEquals(server.url() + "quotes/sample~p2~q2", data.get("url").asString());
    assertTrue(page.body().contains("Verbatim, its quotation marks lost in the archive"));
    assertFalse(page.body().contains("${"), page.body());
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String search = get("/api/v1/search?type=quote&outlet=The+Harbour+Post&size=50").body();
    JsonNode hits = JSON.readTree(search).get("hits");
    assertTrue(hits.size() > 2);
    for (JsonNode hit : hits) {
      String path = hit.at("/links/self").asString().replace("/api/v1", "");
      for (String at : new String[] {path, "/embed" + path}) {
        String html = get(at).body();
        assertFalse(html.contains("<b>speaks"), html);
        assertFalse(html.contains("<script>alert"), html);
      }
      JsonNode data = linkedData(get(path).body());
      assertEquals(hit.get("text"), data.get("text"));
      assertEquals(
          "Mayor 🌊 Noor <b>speaks</b> of floods", data.at("/isPartOf/headline").asString());
      JsonNode embedding =
          JSON.readTree(
              get("/oembed?url="
                      + URLEncoder.encode(data.get("url").asString(), StandardCharsets.UTF_8))
                  .body());
      assertEquals("rich", embedding.get("type").asString(), embedding.toString());
    }
  }

  @Test
  void onlyTheFrameMayBeFramed() throws Exception {
    HttpResponse<String> page = get("/quotes/sample~p2~q2");
    assertTrue(policy(page).contains("frame-ancestors 'none'"));
    assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""));
    HttpResponse<String> frame = get("/embed/quotes/sample~p2~q2");
    assertTrue(policy(frame).contains("frame-ancestors *"));
    assertTrue(frame.headers().firstValue("X-Frame-Options").isEmpty());
    assertEquals(404, get("/quotes/nothing").statusCode());
    assertEquals(404, get("/embed/quotes/nothing").statusCode());
  }

  private static String policy(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElse("");
  }

  @Test
  void pageIsDiscoveredAndEmbedded() throws Exception {
    String html = get("/quotes/sample~p2~q2").body();
    Matcher link = Pattern.compile("application/json\\+oembed\" href=\"([^\"]+)\"").matcher(html);
    assertTrue(link.find());
    String address = link.group(1).replace("&amp;", "&");
    JsonNode answer =
        JSON.readTree(get(address.substring(server.url().toString().length() - 1)).body());
    assertEquals("1.0", answer.get("version").asString());
    assertEquals("Imran Khan", answer.get("author_name").asString());
    Matcher frame =
        Pattern.compile("<iframe src=\"([^\"]+)\"").matcher(answer.get("html").asString());
    assertTrue(frame.find());
    assertEquals(server.url() + "embed/quotes/sample~p2~q2", frame.group(1));
    JsonNode small =
        JSON.readTree(
            get("/oembed?maxwidth=300&maxheight=100&url=" + server.url() + "quotes/sample~p2~q2")
                .body());
    assertEquals(300, small.get("width").asInt());
    assertEquals(100, small.get("height").asInt());
  }
}
