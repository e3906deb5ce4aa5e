package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a proxy before the service has signed in: the program as it is shipped. */
final class ProxySignInTest {
  private static final String ARTICLE = "{\"date\":\"2024-11-07\",\"body\":\"It is open.\"}";
  private static final String USER = "X-Forwarded-User";
  private static final String GROUPS = "X-Forwarded-Groups";

  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable ServedProgram served;

  @BeforeEach
  void seed() throws IOException {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
  }

  @AfterEach
  void stop() throws InterruptedException {
    client.close();
    if (served != null) {
      served.close();
    }
  }

  private void serve(String... options) {
    List<String> args = new ArrayList<>(List.of("serve", "--auth-header", USER));
    args.addAll(List.of(options));
    served = ServedProgram.start(home, args);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Objects.requireNonNull(served).address() + path))
            .method(
                method,
                method.equals("PUT") ? BodyPublishers.ofString(ARTICLE) : BodyPublishers.noBody())
            .header("Content-Type", "application/json");
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private int read(String... headers) throws Exception {
    return send("GET", "/api/v1/search", headers).statusCode();
  }

  private int write(String... headers) throws Exception {
    return send("PUT", "/api/v1/articles/one", headers).statusCode();
  }

  @Test
  void whomATrustedProxyNamesReadsWithoutAKey() throws Exception {
    serve("--trusted-proxies", "127.0.0.1");
    assertEquals(200, read(USER, "ruth@desk.example"));
    assertEquals(401, read());
    assertEquals(401, read(USER, " "));
    assertEquals(401, read(USER, "ruth", USER, "admin"), "two names are none");
    assertEquals(401, read(USER, "r".repeat(81)));
    assertEquals(403, write(USER, "ruth", "Sec-Fetch-Site", "same-origin"));
    HttpResponse<String> page = send("GET", "/", USER, "ruth <i>", "Accept", "text/html");
    assertTrue(page.body().contains("ruth &lt;i&gt;"), page.body());
    assertFalse(page.body().contains("Sign out"), page.body());
  }

  @Test
  void nobodyElseIsBelieved() throws Exception {
    serve("--trusted-proxies", "10.0.0.0/8", "--auth-roles", "*=admin");
    ProgramRun.of(home, "keys", "add", "desk", "--role", "reader");
    assertEquals(401, read(USER, "ruth"));
    assertEquals(401, write(USER, "ruth", "Sec-Fetch-Site", "same-origin"));
  }

  /** A proxy on this machine that passes a request on without saying so is not this machine. */
  @Test
  void requestOfATrustedProxyIsNotThisMachines() throws Exception {
    serve("--trusted-proxies", "127.0.0.1");
    assertEquals(401, read());
    assertEquals(401, write());
  }

  @Test
  void mostThatAnyGroupMayCounts() throws Exception {
    serve(
        "--trusted-proxies",
        "127.0.0.1",
        "--auth-groups-header",
        GROUPS,
        "--auth-roles",
        "newsroom=reader,Desk=writer,chiefs=editor");
    String own = "same-origin";
    assertEquals(403, read(USER, "ruth"));
    assertEquals(403, read(USER, "ruth", GROUPS, "sports, news"));
    assertEquals(200, read(USER, "ruth", GROUPS, "sports, newsroom"));
    assertEquals(403, write(USER, "ruth", GROUPS, "newsroom", "Sec-Fetch-Site", own));
    assertEquals(201, write(USER, "ruth", GROUPS, "newsroom,desk", "Sec-Fetch-Site", own));
    assertEquals(
        200, write(USER, "tom", GROUPS, "newsroom", GROUPS, "CHIEFS", "Sec-Fetch-Site", own));
    HttpResponse<String> none = send("GET", "/api/v1/search", USER, "ruth", GROUPS, "sports");
    assertTrue(none.body().contains("None of the groups of ruth may read here"), none.body());
    List<String> log = Files.readAllLines(home.resolve("index/audit.jsonl"));
    assertTrue(log.getLast().contains("\"who\":\"tom\""), log::toString);
    String key = ProgramRun.of(home, "keys", "add", "desk", "--role", "reader").out().strip();
    assertEquals(
        403,
        write(
            "Authorization", "Bearer " + key, USER, "tom", GROUPS, "chiefs", "Sec-Fetch-Site", own),
        "a key that is shown counts before the header");
  }

  /** A browser sends the proxy's cookie whichever page asks. */
  @Test
  void whatChangesSomethingCountsFromOwnPagesAlone() throws Exception {
    serve("--trusted-proxies", "127.0.0.1", "--auth-roles", "*=writer");
    assertEquals(401, write(USER, "ruth", "Sec-Fetch-Site", "cross-site"));
    assertEquals(401, write(USER, "ruth", "Origin", "https://evil.example"));
    assertEquals(401, write(USER, "ruth"));
    assertEquals(200, read(USER, "ruth", "Sec-Fetch-Site", "cross-site"));
    assertEquals(201, write(USER, "ruth", "Sec-Fetch-Site", "same-origin"));
  }

  @Test
  void settingsThatMeanNothingAloneAreRefused() {
    for (List<String> options :
        List.of(
            List.of("--auth-header", USER),
            List.of("--trusted-proxies", "127.0.0.1", "--auth-roles", "*=reader"),
            List.of("--trusted-proxies", "127.0.0.1", "--auth-groups-header", GROUPS),
            List.of("--auth-header", "X Y", "--trusted-proxies", "127.0.0.1"),
            List.of(
                "--auth-header",
                USER,
                "--trusted-proxies",
                "127.0.0.1",
                "--auth-roles",
                "desk=chief"))) {
      List<String> args = new ArrayList<>(List.of("serve", "--port", "0"));
      args.addAll(options);
      assertEquals(2, ProgramRun.of(home, args.toArray(new String[0])).code(), args::toString);
    }
  }
}
