package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.access.KeyBounds;
import org.onrecord.access.KeyFile;
import org.onrecord.access.Role;
import org.onrecord.article.Permalinks;
import org.yaml.snakeyaml.Yaml;

/**
 * Keys that are bound to a part of the archive, to pages, to a day, to a feed: the program as it is
 * shipped. To a key that opens a part, the archive must answer as one does that holds nothing else.
 */
final class BoundKeysTest {
  private static final String STORY =
      "The new bridge over the harbour will open in May after ten years of work, the council said."
          + " It cost twice what was planned, and the ferry will sail on beside it for a year.";

  private static final List<String> INSIDE =
      List.of(
          line("in-1", "The Harbour Post", "City", STORY),
          line("in-2", "the harbour post", "City", "“The pier stays open,” Tom Birch said."),
          line("in-3", "The Harbour Post", "City", "Marta Quill said the bridge is safe."));

  /** What no other article has stands in each of them. */
  private static final List<String> OUTSIDE =
      List.of(
          line(
              "out-1",
              "Quondam Gazette",
              "City",
              "“The zorblatt is here,” Peregrine Wolfsbane said.\\n\\n" + STORY),
          line("out-2", "The Harbour Post", "Xylography", "Octavia Featherstone said it is late."));

  private static final List<String> WORDS =
      List.of(
          "zorblatt", "quondam", "peregrine", "wolfsbane", "xylography", "octavia", "featherstone");

  private static final String SAID = Permalinks.quotation("out-1", "The zorblatt is here");
  private static final String ORIGIN = "https://post.example";

  @TempDir private static Path whole;
  @TempDir private static Path part;
  private static ServedProgram served;
  private static ServedProgram alone;
  private static HttpClient client;
  private static String narrow;
  private static String all;
  private static String plain;

  private static String line(String id, String outlet, String section, String body) {
    return """
    {"id":"%s","date":"2024-11-07","outlet":"%s","section":"%s","title":"News","body":"%s"}
    """
        .formatted(id, outlet, section, body);
  }

  @BeforeAll
  static void start() throws Exception {
    client = HttpClient.newHttpClient();
    List<String> everything = new ArrayList<>(INSIDE);
    everything.addAll(OUTSIDE);
    index(whole, everything);
    index(part, INSIDE);
    narrow = key(whole, "page", "reader", "--outlet", "The HARBOUR Post", "--section", "city");
    all = key(whole, "desk", "reader");
    plain = key(part, "desk", "reader");
    served = ServedProgram.start(whole, List.of("serve", "--rate-limit", "0"));
    alone = ServedProgram.start(part, List.of("serve", "--rate-limit", "0"));
  }

  private static void index(Path home, List<String> lines) throws IOException {
    Path file = Files.writeString(home.resolve("articles.jsonl"), String.join("", lines));
    ProgramRun run =
        ProgramRun.of(home, "index", "--index", home.resolve("index").toString(), file.toString());
    assertEquals(0, run.code(), run.err());
  }

  private static String key(Path home, String name, String role, String... bounds) {
    List<String> args = new ArrayList<>(List.of("keys", "add", name, "--role", role));
    args.addAll(List.of(bounds));
    ProgramRun made = ProgramRun.of(home, args.toArray(new String[0]));
    assertEquals(0, made.code(), made.err());
    return made.out().strip();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
    alone.close();
  }

  private static HttpResponse<String> send(
      ServedProgram to, String method, String path, String key, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.address() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String key, String... headers)
      throws Exception {
    return send(served, "GET", path, key, "", headers);
  }

  /** What two services answer alike: without time, scores, addresses and request ids. */
  private static String same(HttpResponse<String> answer) {
    return answer.statusCode()
        + answer
            .body()
            .replaceAll("http://127\\.0\\.0\\.1:\\d+", "")
            .replaceAll("\"tookMillis\":\\d+", "")
            .replaceAll("\"(took|score)\":[0-9.E-]+", "")
            .replaceAll("urn:uuid:[0-9a-f-]+", "")
            .replaceAll("\"(asOf|at)\":\"[^\"]+\"", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?type=any&sort=newest&size=50",
        "/api/v1/search?q=bridge&sort=newest&copies=fold&type=any",
        "/api/v1/search?q=bridge&sort=newest&copies=unfold&type=any",
        "/api/v1/search?q=said&type=quote&sort=oldest",
        "/api/v1/search?outlet=Quondam+Gazette",
        "/api/v1/search?q=zorblatt",
        "/api/v1/search?q=zorblat",
        "/api/v1/search?q=speaker:Peregrine",
        "/api/v1/facets/outlet?type=any",
        "/api/v1/facets/section?type=any",
        "/api/v1/facets/speaker?type=any",
        "/api/v1/facets/speaker?type=any&prefix=p",
        "/api/v1/facets/mention?type=any",
        "/api/v1/facets/party?type=any",
        "/api/v1/suggest?q=p",
        "/api/v1/suggest?q=z",
        "/api/v1/suggest?q=br",
        "/api/v1/suggest?q=the+z",
        "/api/v1/export?type=any&sort=oldest",
        "/api/v1/export?format=csv&type=any&q=bridge&sort=oldest",
        "/api/v1/feed.atom?type=any",
        "/api/v1/articles/in-1",
        "/api/v1/articles/out-1",
        "/api/v1/articles/out-2",
        "/api/v1/articles/out-1/corrections",
        "/api/v1/paragraphs/out-1~p1",
        "/api/v1/paragraphs/out-2~p1",
        "/api/v1/verify?q=the+zorblatt+is+here",
        "/api/v1/verify?q=the+pier+stays+open",
        "/api/v1/verify?q=the+pier+stays+open&speaker=Peregrine+Wolfsbane",
        "/api/v1/verify?q=the+bridge+is+safe&outlet=Quondam+Gazette",
        "/api/v1/speakers/tom-birch",
        "/api/v1/speakers/peregrine-wolfsbane",
        "/api/v1/speakers/octavia-featherstone",
        "/articles/out-1",
        "/archive",
        "/speakers/peregrine-wolfsbane",
        "/",
        "/?q=zorblatt"
      })
  void partIsAnsweredAsIfItWereTheWhole(String path) throws Exception {
    HttpResponse<String> bound = get(path, narrow);
    assertFalse(bound.statusCode() >= 500, bound::body);
    assertEquals(
        same(send(alone, "GET", path, plain, ""))
            .replace("Signed in as <b><bdi>desk", "Signed in as <b><bdi>page"),
        same(bound),
        path);
  }

  @Test
  void quotationOfAnotherPartIsNotThere() throws Exception {
    for (String path :
        List.of(
            "/api/v1/quotes/" + SAID,
            "/api/v1/quotes/" + SAID + "/reports",
            "/quotes/" + SAID,
            "/embed/quotes/" + SAID,
            "/cite/quotes/" + SAID,
            "/api/v1/quotes/" + SAID + "/citation",
            "/oembed?url=" + URLEncoder.encode(served.address() + "/quotes/" + SAID, UTF_8))) {
      assertEquals(200, get(path, all).statusCode(), path);
      HttpResponse<String> answer = get(path, narrow);
      assertEquals(404, answer.statusCode(), path);
      assertClean(path, answer);
      assertEquals(404, get(path, narrow, "If-None-Match", "*").statusCode(), path);
    }
  }

  @Test
  void draftsAndAssistantsSeeThePartAlone() throws Exception {
    String draft = "“The zorblatt is here,” Peregrine Wolfsbane said.";
    HttpResponse<String> checked =
        send(
            served,
            "POST",
            "/api/v1/drafts/check",
            narrow,
            draft,
            "Content-Type",
            "text/plain;charset=utf-8");
    assertEquals(200, checked.statusCode(), checked.body());
    assertFalse(checked.body().contains("out-1"), checked.body());
    String call =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call",
         "params":{"name":"search_quotations","arguments":{"query":"zorblatt"}}}\
        """;
    HttpResponse<String> told =
        send(
            served,
            "POST",
            "/mcp",
            narrow,
            call,
            "Content-Type",
            "application/json",
            "Accept",
            "application/json, text/event-stream");
    assertFalse(told.body().contains("Wolfsbane"), told.body());
    HttpResponse<String> everything =
        send(
            served,
            "POST",
            "/mcp",
            all,
            call,
            "Content-Type",
            "application/json",
            "Accept",
            "application/json, text/event-stream");
    assertTrue(everything.body().contains("Wolfsbane"), everything.body());
  }

  /** A new route that reads is found here, and has to be asked above, or be refused. */
  @Test
  void noRouteTellsOfTheRest() throws Exception {
    Set<String> refused = new TreeSet<>();
    for (String route : readRoutes()) {
      for (String query : List.of("", "?q=zorblatt", "?q=speaker:Peregrine", "?q=p&size=50")) {
        String path =
            route
                    .replace("{name}", "speaker")
                    .replace("/articles/{id}", "/articles/out-1")
                    .replace("/paragraphs/{id}", "/paragraphs/out-1~p1")
                    .replace("/quotes/{id}", "/quotes/" + SAID)
                    .replace("{id}", "peregrine-wolfsbane")
                + query;
        HttpResponse<String> answer = get(path, narrow);
        assertFalse(answer.statusCode() >= 500, path);
        assertClean(path, answer);
        if (answer.statusCode() == 403) {
          refused.add(route);
        }
      }
    }
    assertEquals(
        Set.of(
            "/api/v1/people",
            "/api/v1/people/decisions",
            "/api/v1/people/suggestions",
            "/prometheus"),
        refused);
    assertEquals(403, get("/people", narrow).statusCode());
  }

  private static void assertClean(String path, HttpResponse<String> answer) {
    String body = answer.body().toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      assertTrue(path.toLowerCase(Locale.ROOT).contains(word) || !body.contains(word), path + body);
    }
  }

  private static Set<String> readRoutes() throws Exception {
    Map<String, Map<String, Map<String, Object>>> description =
        new Yaml().load(get("/openapi.yaml", "").body());
    Set<String> routes = new TreeSet<>();
    description
        .getOrDefault("paths", Map.of())
        .forEach(
            (path, methods) -> {
              if (methods.containsKey("get")) {
                routes.add(path);
              }
            });
    return routes;
  }

  @Test
  void boundKeyIsAReaders() {
    for (String[] bounds :
        List.of(
            new String[] {"--outlet", "The Harbour Post"},
            new String[] {"--section", "City"},
            new String[] {"--origin", ORIGIN},
            new String[] {"--feed", "q=bridge"})) {
      List<String> args = new ArrayList<>(List.of("keys", "add", "wrong", "--role", "writer"));
      args.addAll(List.of(bounds));
      ProgramRun run = ProgramRun.of(whole, args.toArray(new String[0]));
      assertEquals(2, run.code(), run.out());
      assertTrue(run.err().contains("is a reader's"), run.err());
    }
    assertEquals(2, ProgramRun.of(whole, "keys", "add", "none").code());
    assertEquals(
        2,
        ProgramRun.of(whole, "keys", "add", "x", "--role", "reader", "--origin", ORIGIN + "/a")
            .code());
  }

  @Test
  void keyHoldsUntilItsDay() throws Exception {
    KeyFile keys = new KeyFile(whole.resolve("index"), InstantSource.system());
    Instant now = Instant.now();
    String over = keys.add("over", Role.READER, until(now.minusSeconds(1))).secret();
    String holds = keys.add("holds", Role.READER, until(now.plusSeconds(3_600))).secret();
    HttpResponse<String> refused = get("/api/v1/search", over);
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("This key held until"), refused.body());
    assertEquals(200, get("/api/v1/search", holds).statusCode());
    String dated = key(whole, "dated", "reader", "--until", "2199-12-31");
    assertEquals(200, get("/api/v1/search", dated).statusCode());
    assertTrue(
        ProgramRun.of(whole, "keys", "list").out().contains("dated  (until 2200-01-01T00:00:00Z)"));
  }

  private static KeyBounds until(Instant instant) {
    return new KeyBounds(instant, List.of(), List.of(), List.of(), null);
  }

  @Test
  void keyOfAPageIsReadByThatPageAlone() throws Exception {
    String page = key(whole, "of-page", "reader", "--origin", ORIGIN, "--section", "city");
    HttpResponse<String> answer = get("/api/v1/search", page, "Origin", ORIGIN);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(ORIGIN, header(answer, "Access-Control-Allow-Origin"));
    assertTrue(header(answer, "Vary").contains("Origin"), header(answer, "Vary"));
    assertFalse(answer.body().contains("out-2"), answer.body());
    HttpResponse<String> other = get("/api/v1/search", page, "Origin", "https://evil.example");
    assertEquals(403, other.statusCode());
    assertEquals("", header(other, "Access-Control-Allow-Origin"));
    assertEquals(403, get("/api/v1/search", page).statusCode());
    HttpResponse<String> theirs = get("/api/v1/search", all, "Origin", ORIGIN);
    assertEquals("", header(theirs, "Access-Control-Allow-Origin"));
    HttpResponse<String> gone = get("/api/v1/search", "onr_00000000_x", "Origin", ORIGIN);
    assertEquals(401, gone.statusCode());
    assertEquals(ORIGIN, header(gone, "Access-Control-Allow-Origin"));
    HttpResponse<String> preflight = preflight(ORIGIN);
    assertEquals(2, preflight.statusCode() / 100, preflight.body());
    assertEquals(ORIGIN, header(preflight, "Access-Control-Allow-Origin"));
    assertTrue(header(preflight, "Access-Control-Allow-Headers").contains("Authorization"));
    assertEquals("", header(preflight("https://evil.example"), "Access-Control-Allow-Origin"));
    assertEquals(0, ProgramRun.of(whole, "keys", "revoke", "of-page").code());
    assertEquals("", header(preflight(ORIGIN), "Access-Control-Allow-Origin"));
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        served,
        "OPTIONS",
        "/api/v1/search?q=bridge",
        "",
        "",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "GET",
        "Access-Control-Request-Headers",
        "authorization");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  @Test
  void tokenOpensItsFeedAndNothingElse() throws Exception {
    ProgramRun made =
        ProgramRun.of(
            whole, "keys", "add", "feed", "--feed", "http://x.example/?q=bridge opens&type=any");
    assertEquals(0, made.code(), made.err());
    String token = made.out().strip();
    assertTrue(made.err().contains("/feed.atom?token=" + token), made.err());
    String path = "/feed.atom?token=" + token;
    HttpResponse<String> feed = get(path, "");
    assertEquals(200, feed.statusCode(), feed.body());
    assertTrue(feed.body().contains("<entry>"), feed.body());
    assertFalse(feed.body().contains("pier"), feed.body());
    assertFalse(feed.body().contains(token), feed.body());
    HttpResponse<String> same = get("/api/v1/feed.atom?q=bridge%20opens&type=any", all);
    assertEquals(
        same.body().replaceFirst("<link rel=\"self\"[^>]*>", ""), feed.body(), "the same entries");
    assertEquals(401, get("/api/v1/search", token).statusCode());
    assertEquals(401, get("/api/v1/feed.atom?q=bridge", token).statusCode());
    assertEquals(401, get("/feed.atom", all).statusCode());
    assertEquals(401, get("/feed.atom?token=" + all, "").statusCode());
    assertEquals(401, get(path.substring(0, path.length() - 1), "").statusCode());
    assertEquals(400, get(path + "&q=pier", "").statusCode());
    assertEquals(0, ProgramRun.of(whole, "keys", "revoke", "feed").code());
    assertEquals(401, get(path, "").statusCode());
  }

  @Test
  void tokenOfAFeedMayBeKeptToAPart() throws Exception {
    ProgramRun made =
        ProgramRun.of(
            whole,
            "keys",
            "add",
            "part-feed",
            "--feed",
            "type=any&copies=unfold",
            "--outlet",
            "Quondam Gazette");
    HttpResponse<String> feed = get("/feed.atom?token=" + made.out().strip(), "");
    assertTrue(feed.body().contains("zorblatt"), feed.body());
    assertFalse(feed.body().contains("Harbour Post"), feed.body());
  }
}
