package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.KeyFile;
import org.onrecord.access.Role;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what, on every route, tried by everybody: the program as it is shipped. */
final class AccessTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ARTICLE =
      "{\"date\":\"2024-11-07\",\"body\":\"It is open, he said.\"}";

  /** What each operation of openapi.yaml needs; a new one must be added here. */
  private static final Map<String, Needed> NEEDED =
      Map.ofEntries(
          Map.entry("GET /api/v1/search", Needed.READER),
          Map.entry("GET /api/v1/facets/{name}", Needed.READER),
          Map.entry("GET /api/v1/trends", Needed.READER),
          Map.entry("POST /api/v1/batch", Needed.READER),
          Map.entry("GET /api/v1/voices", Needed.READER),
          Map.entry("GET /api/v1/timeline", Needed.READER),
          Map.entry("GET /api/v1/quotes/{id}/citation", Needed.READER),
          Map.entry("GET /api/v1/paragraphs/{id}/citation", Needed.READER),
          Map.entry("GET /api/v1/suggest", Needed.READER),
          Map.entry("GET /api/v1/export", Needed.READER),
          Map.entry("GET /api/v1/feed.atom", Needed.READER),
          Map.entry("GET /feed.atom", Needed.TOKEN),
          Map.entry("GET /api/v1/speakers/{id}", Needed.READER),
          Map.entry("GET /api/v1/parties/{id}", Needed.READER),
          Map.entry("GET /opensearch.xml", Needed.NOTHING),
          Map.entry("GET /quotes/{id}", Needed.READER),
          Map.entry("GET /embed/quotes/{id}", Needed.READER),
          Map.entry("GET /embed/onrecord.js", Needed.NOTHING),
          Map.entry("GET /embed/frames.js", Needed.NOTHING),
          Map.entry("GET /oembed", Needed.READER),
          Map.entry("GET /api/v1/articles/{id}", Needed.READER),
          Map.entry("PUT /api/v1/articles/{id}", Needed.WRITER),
          Map.entry("DELETE /api/v1/articles/{id}", Needed.WRITER),
          Map.entry("POST /api/v1/articles", Needed.WRITER),
          Map.entry("POST /api/v1/quotes/{id}/corrections", Needed.EDITOR),
          Map.entry("GET /api/v1/articles/{id}/corrections", Needed.READER),
          Map.entry("GET /api/v1/verify", Needed.READER),
          Map.entry("POST /api/v1/verify", Needed.READER),
          Map.entry("POST /api/v1/drafts/check", Needed.READER),
          Map.entry("POST /mcp", Needed.READER),
          Map.entry("GET /api/v1/saved", Needed.READER),
          Map.entry("POST /api/v1/saved", Needed.READER),
          Map.entry("POST /api/v1/saved/preview", Needed.READER),
          Map.entry("GET /api/v1/saved/{id}", Needed.READER),
          Map.entry("PUT /api/v1/saved/{id}", Needed.READER),
          Map.entry("DELETE /api/v1/saved/{id}", Needed.READER),
          Map.entry("GET /api/v1/saved/{id}/feed.atom", Needed.TOKEN),
          Map.entry("GET /api/v1/people", Needed.READER),
          Map.entry("GET /api/v1/people/suggestions", Needed.EDITOR),
          Map.entry("GET /api/v1/people/decisions", Needed.READER),
          Map.entry("POST /api/v1/people/decisions", Needed.EDITOR),
          Map.entry("DELETE /api/v1/people/decisions/{id}", Needed.EDITOR),
          Map.entry("GET /api/v1/paragraphs/{id}", Needed.READER),
          Map.entry("GET /api/v1/quotes/{id}", Needed.READER),
          Map.entry("GET /api/v1/quotes/{id}/reports", Needed.READER),
          Map.entry("GET /health", Needed.NOTHING),
          Map.entry("GET /health/live", Needed.NOTHING),
          Map.entry("GET /health/ready", Needed.NOTHING),
          Map.entry("GET /prometheus", Needed.READER));

  /** Routes that openapi.yaml does not describe. */
  private static final Map<String, Needed> UNDESCRIBED =
      Map.ofEntries(
          Map.entry("GET /", Needed.READER),
          Map.entry("GET /help", Needed.NOTHING),
          Map.entry("GET /archive", Needed.READER),
          Map.entry("GET /trends", Needed.READER),
          Map.entry("GET /batch", Needed.READER),
          Map.entry("GET /voices", Needed.READER),
          Map.entry("GET /saved", Needed.READER),
          Map.entry("GET /saved/new", Needed.READER),
          Map.entry("GET /saved/{id}", Needed.READER),
          Map.entry("GET /timeline", Needed.READER),
          Map.entry("GET /speakers", Needed.READER),
          Map.entry("GET /parties", Needed.READER),
          Map.entry("GET /sign-in", Needed.NOTHING),
          Map.entry("GET /assets/search.js", Needed.NOTHING),
          Map.entry("GET /openapi.yaml", Needed.NOTHING),
          Map.entry("GET /articles/{id}", Needed.READER),
          Map.entry("GET /speakers/{id}", Needed.READER),
          Map.entry("GET /parties/{id}", Needed.READER),
          Map.entry("GET /cite/quotes/{id}", Needed.READER),
          Map.entry("GET /people", Needed.READER),
          Map.entry("GET /check", Needed.READER),
          Map.entry("GET /nothing", Needed.READER),
          Map.entry("PATCH /api/v1/articles/{id}", Needed.WRITER),
          Map.entry("PUT /nothing", Needed.WRITER));

  private enum Needed {
    NOTHING,

    /** A token in the address: no key opens it. */
    TOKEN,
    READER,
    WRITER,
    EDITOR;

    boolean allows(Role role) {
      return this == NOTHING || this != TOKEN && role.covers(Role.valueOf(name()));
    }
  }

  @TempDir private Path home;
  private HttpClient client;
  private @Nullable ServedProgram served;

  @BeforeEach
  void seed() throws IOException {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() throws InterruptedException {
    client.close();
    if (served != null) {
      served.close();
    }
  }

  private void serve(String... options) throws InterruptedException {
    List<String> args = new ArrayList<>(List.of("serve"));
    args.addAll(List.of(options));
    served = ServedProgram.start(home, args);
  }

  private String address() {
    return Objects.requireNonNull(served).address();
  }

  private String key(String name, Role role) {
    ProgramRun made = ProgramRun.of(home, "keys", "add", name, "--role", role.label());
    assertEquals(0, made.code(), made.err());
    return made.out().strip();
  }

  @Test
  void everyRoleMayWhatItsRouteSaysAndNothingElse() throws Exception {
    Map<Role, String> keys = new HashMap<>();
    for (Role role : Role.values()) {
      keys.put(role, key(role.label(), role));
    }
    serve("--rate-limit", "0");
    Contract contract = new Contract(send("GET", "/openapi.yaml", "").body());
    assertEquals(new TreeSet<>(NEEDED.keySet()), operations());
    Map<String, Needed> all = new HashMap<>(NEEDED);
    all.putAll(UNDESCRIBED);
    for (Map.Entry<String, Needed> route : all.entrySet()) {
      Needed needed = route.getValue();
      for (String bad :
          List.of("", "Basic eDp5", "Bearer onr_00000000_x", "Bearer ", "Bearer x y")) {
        HttpResponse<String> answer = tried(route.getKey(), bad);
        String what = route.getKey() + " with \"" + bad + "\": " + answer.body();
        assertEquals(needed != Needed.NOTHING, answer.statusCode() == 401, what);
        if (needed != Needed.NOTHING) {
          assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent(), what);
          assertTrue(answer.headers().firstValue("X-Content-Type-Options").isPresent(), what);
        }
        kept(contract, route.getKey(), answer);
      }
      for (Role role : Role.values()) {
        HttpResponse<String> answer = tried(route.getKey(), "Bearer " + keys.get(role));
        boolean may = needed.allows(role);
        if (needed == Needed.TOKEN) {
          assertEquals(401, answer.statusCode(), answer.body());
          continue;
        }
        String what = route.getKey() + " as " + role + ": " + answer.body();
        assertEquals(may ? 0 : 403, answer.statusCode() == 403 ? 403 : 0, what);
        assertFalse(answer.statusCode() == 401, what);
        kept(contract, route.getKey(), answer);
      }
    }
  }

  private static void kept(Contract contract, String route, HttpResponse<String> answer) {
    if (NEEDED.containsKey(route)) {
      String[] parts = route.split(" ");
      contract.assertKept(path(parts[1]), Request.Method.valueOf(parts[0]), answer);
    }
  }

  private TreeSet<String> operations() throws Exception {
    Map<String, Map<String, Map<String, Object>>> description =
        new Yaml().load(send("GET", "/openapi.yaml", "").body());
    TreeSet<String> operations = new TreeSet<>();
    description
        .getOrDefault("paths", Map.of())
        .forEach(
            (path, methods) ->
                methods.keySet().stream()
                    .filter(method -> List.of("get", "put", "post", "delete").contains(method))
                    .forEach(
                        method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return operations;
  }

  private static String path(String template) {
    return template.replace("{id}", "a").replace("{name}", "party");
  }

  private HttpResponse<String> tried(String route, String authorization) throws Exception {
    String[] parts = route.split(" ");
    return send(
        parts[0],
        path(parts[1]),
        parts[0].equals("GET") ? "" : ARTICLE,
        "Content-Type",
        parts[1].equals("/api/v1/articles") ? "application/x-ndjson" : "application/json",
        "Authorization",
        authorization);
  }

  @Test
  void withoutKeysThisMachineMayDoEverything() throws Exception {
    serve();
    assertEquals(201, send("PUT", "/api/v1/articles/one", ARTICLE, json()).statusCode());
    assertEquals(401, raw("Host: desk.example").statusCode);
    assertEquals(401, raw("Host: localhost\r\nX-Forwarded-For: 192.0.2.7").statusCode);
    assertEquals(401, raw("Host: localhost.evil.example").statusCode);
    assertEquals(200, raw("Host: localhost:8080").statusCode);
    assertEquals(200, raw("Host: localhost:8080\r\nOrigin: http://localhost:8080").statusCode);
    assertEquals(401, raw("Host: localhost:8080\r\nOrigin: http://localhost:9090").statusCode);
    assertEquals(401, raw("Host: localhost:8080\r\nOrigin: null").statusCode);
  }

  private record Raw(int statusCode) {}

  /** The answer to a read with these headers, which no client library would send. */
  private Raw raw(String headers) throws IOException {
    URI address = URI.create(address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String head = "GET /api/v1/search HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return new Raw(Integer.parseInt(answer.substring(9, 12)));
    }
  }

  @Test
  void anybodyMayReadWhereThatIsAllowed() throws Exception {
    key("newsroom", Role.WRITER);
    serve("--allow-anonymous-read");
    assertEquals(200, send("GET", "/api/v1/search", "").statusCode());
    assertEquals(200, raw("Host: desk.example").statusCode);
    assertEquals(401, send("PUT", "/api/v1/articles/one", ARTICLE, json()).statusCode());
    assertEquals(401, send("GET", "/prometheus", "").statusCode());
  }

  @Test
  void keyIsRevokedForARunningService() throws Exception {
    serve();
    String first = key("first", Role.READER);
    String second = key("second", Role.ADMIN);
    assertEquals(401, send("GET", "/api/v1/search", "").statusCode());
    assertEquals(200, search(first).statusCode());
    ProgramRun revoked = ProgramRun.of(home, "keys", "revoke", "first");
    assertEquals("Revoked first\n", revoked.out());
    assertEquals(401, search(first).statusCode());
    assertEquals(200, search(second).statusCode());
    ProgramRun list = ProgramRun.of(home, "keys", "list");
    assertTrue(list.out().matches("[0-9a-f]{8}  admin   \\S+Z  second\n"), list.out());
    assertEquals(1, ProgramRun.of(home, "keys", "revoke", "first").code());
  }

  @Test
  void keysAreKeptSaltedAndForTheirOwnerAlone() throws Exception {
    String secret = key("newsroom", Role.READER);
    Path file = home.resolve("index/keys.jsonl");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    String kept = Files.readString(file);
    assertFalse(kept.contains(secret.substring(13)), kept);
    assertEquals(2, ProgramRun.of(home, "keys", "add", "newsroom", "--role", "admin").code());
  }

  @Test
  void keysThatAreMadeAtOnceAreAllKept() throws Exception {
    key("first", Role.READER);
    Path index = home.resolve("index");
    List<Future<?>> made = new ArrayList<>();
    try (ExecutorService makers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        String name = "key " + i;
        made.add(
            makers.submit(() -> new KeyFile(index, InstantSource.system()).add(name, Role.READER)));
      }
    }
    for (Future<?> each : made) {
      each.get();
    }
    assertEquals(41, Files.readAllLines(index.resolve("keys.jsonl")).size());
  }

  @Test
  void brokenKeysLetNobodyIn() throws Exception {
    String secret = key("newsroom", Role.READER);
    serve();
    Files.writeString(home.resolve("index/keys.jsonl"), "{\"id\":\n");
    assertEquals(500, send("GET", "/api/v1/search", "").statusCode());
    assertEquals(500, search(secret).statusCode());
  }

  @Test
  void writesAreWrittenDown() throws Exception {
    String writer = "Bearer " + key("newsroom", Role.WRITER);
    serve();
    HttpResponse<String> taken =
        send("PUT", "/api/v1/articles/one", ARTICLE, json("Authorization", writer));
    send("PUT", "/api/v1/articles/two", "oops", json("Authorization", writer));
    send("PUT", "/api/v1/articles/three", ARTICLE, json());
    search(writer.substring(7));
    Path file = home.resolve("index/audit.jsonl");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    List<JsonNode> lines = Files.readAllLines(file).stream().map(JSON::readTree).toList();
    assertEquals(2, lines.size(), lines::toString);
    assertEquals("newsroom", lines.get(0).get("who").asString());
    assertEquals("PUT", lines.get(0).get("method").asString());
    assertEquals("/api/v1/articles/one", lines.get(0).get("path").asString());
    assertEquals(201, lines.get(0).get("status").asInt());
    assertEquals(
        taken.headers().firstValue("X-Request-Id"),
        Optional.of(lines.get(0).get("request").asString()));
    assertEquals(422, lines.get(1).get("status").asInt());
  }

  @Test
  void tooManyRequestsOfOneKeyMustWait() throws Exception {
    String greedy = key("greedy", Role.READER);
    String modest = key("modest", Role.READER);
    serve("--rate-limit", "3");
    for (int i = 0; i < 3; i++) {
      assertEquals(200, search(greedy).statusCode());
    }
    HttpResponse<String> answer = search(greedy);
    assertEquals(429, answer.statusCode());
    new Contract(send("GET", "/openapi.yaml", "").body())
        .assertKept("/api/v1/search", Request.Method.GET, answer);
    int wait = Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
    assertTrue(wait >= 1 && wait <= 20, () -> "wait " + wait);
    assertEquals(200, search(modest).statusCode());
    for (int i = 0; i < 3; i++) {
      assertEquals(401, send("GET", "/api/v1/search", "").statusCode());
    }
    assertEquals(429, send("GET", "/api/v1/search", "").statusCode());
    assertEquals(200, send("GET", "/health", "").statusCode());
  }

  @Test
  void pagesOfNamedOriginsMayUseTheApi() throws Exception {
    String secret = key("desk", Role.WRITER);
    serve("--cors-origin", "https://desk.example");
    HttpResponse<String> preflight = preflight("https://desk.example");
    assertEquals(200, preflight.statusCode());
    assertEquals(
        "https://desk.example",
        preflight.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    HttpResponse<String> answer =
        send(
            "GET",
            "/api/v1/search",
            "",
            "Origin",
            "https://desk.example",
            "Authorization",
            "Bearer " + secret);
    assertEquals(
        "https://desk.example",
        answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    HttpResponse<String> other = preflight("https://evil.example");
    assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @Test
  void pagesOfOtherOriginsMayNotUnlessAllowed() throws Exception {
    serve();
    HttpResponse<String> preflight = preflight("https://evil.example");
    assertTrue(preflight.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    HttpResponse<String> answer =
        send("GET", "/api/v1/search", "", "Origin", "https://evil.example");
    assertEquals(401, answer.statusCode(), answer.body());
  }

  @Test
  void pagesOfEveryOriginMayReadButNotWriteWithoutAKey() throws Exception {
    serve("--cors-origin", "*", "--allow-anonymous-read");
    String origin = "https://anywhere.example";
    HttpResponse<String> read = send("GET", "/api/v1/search", "", "Origin", origin);
    assertEquals(200, read.statusCode(), read.body());
    assertEquals(origin, read.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    HttpResponse<String> write =
        send("PUT", "/api/v1/articles/one", ARTICLE, json("Origin", origin));
    assertEquals(401, write.statusCode(), write.body());
  }

  @Test
  void bodyMayBeAsLongAsTheSettingSays() throws Exception {
    serve("--max-body", "9", "--max-articles", "2");
    String filled = ARTICLE.replace("{", "{\"filler\":\"" + "x".repeat(8 << 20) + "\",");
    assertEquals(201, send("PUT", "/api/v1/articles/long", filled, json()).statusCode());
    String longer = ARTICLE.replace("{", "{\"filler\":\"" + "x".repeat(10 << 20) + "\",");
    assertEquals(413, send("PUT", "/api/v1/articles/longer", longer, json()).statusCode());
    String lines = (ARTICLE + "\n").repeat(3);
    assertEquals(
        413,
        send("POST", "/api/v1/articles", lines, "Content-Type", "application/x-ndjson")
            .statusCode());
  }

  @Test
  void headAndOptionsAreAnswered() throws Exception {
    serve();
    HttpResponse<String> head = send("HEAD", "/api/v1/search", "");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    HttpResponse<String> options = send("OPTIONS", "/api/v1/articles/a", "");
    assertEquals(200, options.statusCode());
    String allow = String.join(",", options.headers().allValues("Allow"));
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE")) {
      assertTrue(allow.contains(method), allow);
    }
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        "OPTIONS",
        "/api/v1/articles/one",
        "",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "PUT",
        "Access-Control-Request-Headers",
        "authorization,content-type");
  }

  private HttpResponse<String> search(String secret) throws Exception {
    return send("GET", "/api/v1/search", "", "Authorization", "Bearer " + secret);
  }

  private static String[] json(String... more) {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    headers.addAll(List.of(more));
    return headers.toArray(new String[0]);
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      if (!headers[i + 1].isEmpty()) {
        request.setHeader(headers[i], headers[i + 1]);
      }
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
