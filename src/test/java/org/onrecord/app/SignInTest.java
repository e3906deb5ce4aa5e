package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.Role;
import org.onrecord.article.Permalinks;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** Signing in with a key, and what it lets one do: the program as it is shipped. */
final class SignInTest {
  private static final String PIER = Permalinks.quotation("pier", "The pier must go before winter");

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static String article = "";
  private static String reader = "";
  private static String editor = "";

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/pier.jsonl"),
        "{\"id\":\"pier\",\"date\":\"2024-11-07\",\"body\":\"“The pier must go before winter,”"
            + " Ruth Alder said.\\n\\nTom Birch said that it would stay.\"}\n");
    reader = key("reading room", Role.READER);
    editor = key("desk", Role.EDITOR);
    served = ServedProgram.start(home, List.of("serve", "--trusted-proxies", "127.0.0.1"));
    client = HttpClient.newHttpClient();
    article = "/articles/pier";
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static String key(String name, Role role) {
    return ProgramRun.of(home, "keys", "add", name, "--role", role.label()).out().strip();
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Accept", path.startsWith("/api/") ? "*/*" : "text/html"));
    if (method.equals("POST")) {
      all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    }
    for (int i = 0; i < all.size(); i += 2) {
      request.setHeader(all.get(i), all.get(i + 1));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String own() {
    return served.address();
  }

  @Test
  void keyOfWhoeverSignsInIsKeptFromScriptsAndOtherSites() throws Exception {
    HttpResponse<String> plain =
        send("POST", "/sign-in", "to=%2Farchive&key=" + reader, "Origin", own());
    assertEquals(303, plain.statusCode(), plain.body());
    assertEquals("/archive", plain.headers().firstValue("Location").orElse(""));
    String cookie = plain.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.matches("(?i).*HttpOnly.*SameSite=Strict.*"), cookie);
    assertFalse(cookie.contains("Secure"), cookie);
    String behindProxy =
        send("POST", "/sign-in", "key=" + reader, "Origin", own(), "X-Forwarded-Proto", "https")
            .headers()
            .firstValue("Set-Cookie")
            .orElse("");
    assertTrue(behindProxy.contains("Secure"), behindProxy);
    for (String elsewhere : List.of("//evil.example/", "https://evil.example", "/\\evil.example")) {
      String to = URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);
      assertEquals(
          "/",
          send("POST", "/sign-in", "to=" + to + "&key=" + reader, "Origin", own())
              .headers()
              .firstValue("Location")
              .orElse(""),
          elsewhere);
    }
  }

  @Test
  void cookieCountsForOwnPagesAlone() throws Exception {
    String cookie = "onrecord_key=" + editor;
    assertEquals(200, send("GET", article, "", "Cookie", cookie).statusCode());
    assertEquals(200, read(cookie, "same-origin"));
    assertEquals(200, read(cookie, "none"));
    assertEquals(401, read(cookie, "same-site"));
    assertEquals(401, read(cookie, "cross-site"));
    String form = "decision=party&party=Harbour+Party";
    String path = "/quotes/" + PIER + "/corrections";
    assertEquals(401, send("POST", path, form, "Cookie", cookie).statusCode());
    assertEquals(
        401,
        send("POST", path, form, "Cookie", cookie, "Origin", "http://evil.example").statusCode());
    assertEquals(
        401, send("POST", path, form, "Cookie", cookie, "Sec-Fetch-Site", "none").statusCode());
    assertEquals(401, send("POST", "/sign-in", "key=" + editor).statusCode());
    assertEquals(403, send("POST", "/sign-out", "").statusCode());
    HttpResponse<String> own = send("POST", path, form, "Cookie", cookie, "Origin", own());
    assertEquals(303, own.statusCode(), own.body());
    assertEquals(
        303,
        send("POST", path, "decision=withdraw", "Cookie", cookie, "Origin", own()).statusCode());
  }

  private static int read(String cookie, String site) throws Exception {
    return send("GET", "/api/v1/search", "", "Cookie", cookie, "Sec-Fetch-Site", site).statusCode();
  }

  /** A browser that comes by a link of another site brings no cookie until it asks again. */
  @Test
  void linkOfAnotherSiteIsAskedAgainOnce() throws Exception {
    HttpResponse<String> first = send("GET", article, "", "Sec-Fetch-Site", "cross-site");
    assertEquals(401, first.statusCode());
    assertTrue(first.body().contains("http-equiv=\"refresh\""), first.body());
    HttpResponse<String> second = send("GET", article, "", "Sec-Fetch-Site", "same-origin");
    assertFalse(second.body().contains("http-equiv=\"refresh\""), second.body());
  }

  @Test
  void readerMayNotCorrect() throws Exception {
    String cookie = "onrecord_key=" + reader;
    HttpResponse<String> page = send("GET", "/quotes/" + PIER, "", "Cookie", cookie);
    assertFalse(page.body().contains("id=\"correct\""));
    HttpResponse<String> refused =
        send(
            "POST",
            "/quotes/" + PIER + "/corrections",
            "decision=not-a-quotation",
            "Cookie",
            cookie,
            "Origin",
            own());
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("role editor"), refused.body());
  }

  @Test
  void editorSignsInCorrectsAndUndoes() {
    try (Browser browser = Browser.open(URI.create(served.address()))) {
      browser.get(article + "?q=pier#p1");
      assertEquals("Sign in", browser.text("h1"));
      browser.assertAccessible();
      browser.type("onr_00000000_wrong", Keys.ENTER);
      browser.await("document.querySelector('[role=alert]') !== null");
      assertEquals(
          "This key does not hold; it may have been revoked.", browser.text("[role=alert]"));
      browser.type(editor, Keys.ENTER);
      browser.await("document.getElementById('article') !== null");
      assertEquals(article + "?q=pier#p1", browser.path());
      Cookie cookie =
          Objects.requireNonNull(browser.driver.manage().getCookieNamed("onrecord_key"));
      assertTrue(cookie.isHttpOnly());
      assertEquals("Strict", cookie.getSameSite());
      assertEquals("", browser.run("return document.cookie"));
      assertTrue(browser.text("footer").contains("Signed in as desk"));
      browser.click("#p1 .mend");
      browser.await("document.querySelector('dialog[open] #who') !== null");
      browser.type("Marta Quill");
      browser.typeInto("#why", "heard the recording");
      browser.click("button[value=speaker]");
      browser.await("document.querySelector('#p1 .q')?.dataset.speaker === 'marta-quill'");
      assertTrue(browser.text("#p1 .side").contains("corrected by desk on"));
      browser.get("/quotes/" + PIER);
      String mended = browser.text(".mended");
      assertTrue(mended.contains("Ruth Alder") && mended.contains("heard the recording"), mended);
      browser.click("button[value=withdraw]");
      browser.await("document.querySelector('.mended') === null");
      assertEquals("Ruth Alder", browser.text(".head .name bdi"));
      browser.click("footer button");
      browser.await("document.getElementById('key') !== null");
      assertNull(browser.driver.manage().getCookieNamed("onrecord_key"));
    }
  }
}
