package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.access.Role;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that stands under a path of its host: the program as it is shipped. */
final class UnderPathTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PUBLIC = "https://news.example/desk/record";
  private static final String PATH = "/desk/record";
  private static final Pattern ADDRESS =
      Pattern.compile("\\s(?:href|src|action|data-address|data-feed|data-read)=\"([^\"#]+)");

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static String key = "";

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/pier.jsonl"),
        "{\"id\":\"pier/1\",\"date\":\"2024-11-07\",\"body\":\"“The pier must go before winter,”"
            + " Ruth Alder said.\\n\\nTom Birch said that it would stay.\"}\n");
    key = ProgramRun.of(home, "keys", "add", "desk", "--role", Role.EDITOR.label()).out().strip();
    served =
        ServedProgram.start(
            home, List.of("serve", "--allow-anonymous-read", "--public-url", PUBLIC + "/"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .headers("Authorization", "Bearer " + key, "Accept", "text/html, */*;q=0.5")
            .build(),
        BodyHandlers.ofString());
  }

  private static String quotation() throws Exception {
    JsonNode found = JSON.readTree(get(PATH + "/api/v1/search?type=quote&q=pier").body());
    return found.at("/hits/0/id").asString();
  }

  /**
   * As a crawler would: no page leads out of the path, and nothing that one leads to is missing.
   */
  @Test
  void everythingThatPagesLeadToStandsUnderThePath() throws Exception {
    Deque<String> open = new ArrayDeque<>(List.of(PATH + "/", PATH + "/?q=pier&type=quote"));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty() && seen.size() < 400) {
      String page = open.remove();
      HttpResponse<String> answer = get(page);
      assertTrue(answer.statusCode() < 400, page);
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      Matcher link = ADDRESS.matcher(answer.body());
      while (link.find()) {
        String to = link.group(1).replace("&amp;", "&").replaceFirst("^" + PUBLIC, PATH);
        if (to.startsWith("/")) {
          assertTrue(to.startsWith(PATH + "/"), () -> page + " leads to " + to);
          if (seen.add(to) && !link.group().contains("action=")) {
            open.add(to);
          }
        }
      }
    }
    assertTrue(seen.size() > 40, seen::toString);
    for (String part : List.of("/assets/", "/articles/", "/quotes/", "/speakers/", "/help")) {
      assertTrue(seen.stream().anyMatch(one -> one.startsWith(PATH + part)), part);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, ""})
  void proxyMayPassThePathOnOrTakeItOff(String passed) throws Exception {
    assertEquals(200, get(passed + "/articles/pier%2F1").statusCode());
    assertEquals(200, get(passed + "/health/live").statusCode());
    assertEquals(404, get(passed + PATH + PATH + "/help").statusCode());
  }

  @Test
  void cookiesAndRedirectsStandUnderThePath() throws Exception {
    HttpResponse<String> signedIn =
        client.send(
            HttpRequest.newBuilder(URI.create(served.address() + PATH + "/sign-in"))
                .POST(BodyPublishers.ofString("to=%2Farchive&key=" + key))
                .headers("Origin", served.address())
                .headers("Content-Type", "application/x-www-form-urlencoded")
                .build(),
            BodyHandlers.ofString());
    assertEquals(303, signedIn.statusCode(), signedIn.body());
    assertEquals(PATH + "/archive", signedIn.headers().firstValue("Location").orElseThrow());
    String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(
        cookie.contains("Path=" + PATH + "/;") || cookie.endsWith("Path=" + PATH + "/"), cookie);
    assertTrue(cookie.contains("Secure"), cookie);
  }

  @Test
  void whatOthersShowLeadsThere() throws Exception {
    String page = PUBLIC + "/quotes/" + quotation().replace("/", "%2F");
    String asked = URLEncoder.encode(page + "?utm_source=letter", StandardCharsets.UTF_8);
    HttpResponse<String> embedding = get(PATH + "/oembed?url=" + asked);
    assertEquals(200, embedding.statusCode(), embedding.body());
    assertTrue(embedding.body().contains(PUBLIC + "/embed/quotes/"), embedding.body());
    assertEquals(
        404, get(PATH + "/oembed?url=https%3A%2F%2Fnews.example%2Fquotes%2Fa").statusCode());
    String feed = get(PATH + "/api/v1/feed.atom?type=quote").body();
    assertTrue(feed.contains("<id>" + page + "</id>"), feed);
    assertTrue(get(PATH + "/opensearch.xml").body().contains(PUBLIC + "/?q="));
    String description = get(PATH + "/openapi.yaml").body();
    assertTrue(description.contains("- url: '" + PATH + "/'"));
    assertFalse(description.contains("- url: /\n"));
  }

  @Test
  void scriptsStayThere() {
    try (Browser browser = Browser.open(URI.create(served.address()))) {
      browser.get(PATH + "/");
      browser.typeInto("#q", "pier", Keys.ENTER);
      browser.await("document.querySelector('#results .hit') !== null");
      browser.await("location.search === '?q=pier'");
      assertEquals(PATH + "/?q=pier", browser.path());
      browser.click("#tabs [data-key=\"2\"]");
      browser.await("location.search.includes('type=quote')");
      assertTrue(browser.path().startsWith(PATH + "/?"), browser.path());
      browser.run("document.activeElement.blur()");
      browser.typeInto("body", "?");
      browser.await("document.querySelector('dialog[open]') !== null");
    }
  }
}
