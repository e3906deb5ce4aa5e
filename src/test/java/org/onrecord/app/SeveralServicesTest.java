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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.KeyFile;
import org.onrecord.access.Role;
import org.onrecord.backend.opensearch.OpenSearchNode;
import org.onrecord.cli.Service.Running;
import tools.jackson.databind.json.JsonMapper;

/** Several programs on one cluster, each with a folder of its own, are one archive. */
class SeveralServicesTest {
  private static final String QUAY =
      "\u201cThe quay at Elmsea is safe,\u201d said Ada Bell, the harbour master, on Monday.";

  @TempDir private Path home;
  private String prefix = "";

  @BeforeEach
  void nameTheCluster() throws IOException {
    prefix = OpenSearchNode.prefix();
    for (String node : List.of("one", "two")) {
      Files.writeString(
          Files.createDirectories(home.resolve(node)).resolve("cluster.properties"),
          "hosts = %s\nprefix = %s\nreplicas = 0\n".formatted(OpenSearchNode.address(), prefix));
    }
    Files.createDirectories(home.resolve("articles"));
    Files.writeString(
        home.resolve("articles/quay.json"),
        JsonMapper.shared()
            .writeValueAsString(
                JsonMapper.shared()
                    .createObjectNode()
                    .put("id", "quay")
                    .put("date", "2026-01-02")
                    .put("body", QUAY)));
  }

  private String node(String name) {
    return home.resolve(name).toString();
  }

  private ProgramRun done(String... words) {
    ProgramRun run = ProgramRun.of(home, words);
    assertEquals(0, run.code(), run.err());
    return run;
  }

  private String key(String node, String name, Role role) {
    return done("keys", "add", name, "--role", role.label(), "--index", node(node)).out().strip();
  }

  private static HttpResponse<String> send(
      HttpClient http, URI at, String key, String method, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void whatOneServiceIsToldTheOtherKnows() throws Exception {
    done("index", node("articles"), "--index", node("one"));
    String editor = key("one", "desk", Role.EDITOR);
    try (Running one = ProgramRun.serve(home.resolve("one"));
        Running two = ProgramRun.serve(home.resolve("two"));
        HttpClient http = HttpClient.newHttpClient()) {
      URI quotes = two.address().resolve("/api/v1/search?q=quay&type=quote");
      HttpResponse<String> found = send(http, quotes, editor, "GET", "");
      assertEquals(200, found.statusCode(), found.body());
      String quote =
          JsonMapper.shared()
              .readTree(found.body())
              .at("/hits/0/id")
              .asString("")
              .replace("/", "%2F");
      HttpResponse<String> corrected =
          send(
              http,
              one.address().resolve("/api/v1/quotes/" + quote + "/corrections"),
              editor,
              "POST",
              "{\"decision\":\"speaker\",\"name\":\"Tom Hale\"}");
      assertEquals(200, corrected.statusCode(), corrected.body());
      URI corrections = two.address().resolve("/api/v1/articles/quay/corrections");
      String seen = send(http, corrections, editor, "GET", "").body();
      assertTrue(seen.contains("Tom Hale"), seen);
      String reader = key("two", "guest", Role.READER);
      URI search = one.address().resolve("/api/v1/search?q=quay");
      assertEquals(200, send(http, search, reader, "GET", "").statusCode());
      done("keys", "revoke", "guest", "--index", node("two"));
      assertEquals(401, send(http, search, reader, "GET", "").statusCode());
    }
    for (String node : List.of("one", "two")) {
      for (String file : List.of("keys.jsonl", "corrections.jsonl", "audit.jsonl")) {
        assertFalse(Files.exists(home.resolve(node).resolve(file)), file + " of " + node);
      }
    }
  }

  @Test
  void sameFileOfTwoWatchersIsOneArticle() throws IOException {
    Files.setLastModifiedTime(
        home.resolve("articles/quay.json"),
        FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    String folder = node("articles");
    String first = done("watch", "--once", "--create=true", folder, "--index", node("one")).out();
    assertTrue(first.startsWith("1 article,"), first);
    String second = done("watch", "--once", folder, "--index", node("two")).out();
    assertTrue(second.contains("1 article was there already, unchanged"), second);
  }

  @Test
  void sharesOfTwoMachinesAreTheWhole() {
    String articles = "src/docs/examples/articles";
    int whole = articles(done("index", articles, "--index", node("folder")));
    int first = articles(done("index", articles, "--share", "1/2", "--index", node("one")));
    int second = articles(done("index", articles, "--share", "2/2", "--index", node("two")));
    assertEquals(whole, first + second);
    ProgramRun again = done("index", articles, "--index", node("one"));
    assertTrue(
        again.out().contains(whole + " articles were there already, unchanged"), again.out());
    ProgramRun wrong = ProgramRun.of(home, "index", articles, "--share", "3/2");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("'3/2' is none: a share is which of how many"), wrong.err());
  }

  private static int articles(ProgramRun run) {
    return Integer.parseInt(run.out().replaceFirst("(?s) articles?,.*", ""));
  }

  @Test
  void everythingGoesAlongToTheClusterAndBack() throws Exception {
    Path folder = home.resolve("folder");
    done("index", node("articles"), "--index", folder.toString());
    String kept = key("folder", "desk", Role.EDITOR);
    String told = done("migrate", node("one"), "--index", folder.toString()).out();
    assertTrue(told.contains("1 key"), told);
    assertTrue(done("keys", "list", "--index", node("two")).out().contains("desk"));
    done("keys", "revoke", "desk", "--index", folder.toString());
    String other = key("folder", "other", Role.READER);
    done("migrate", node("one"), "--index", folder.toString());
    assertFalse(done("keys", "list", "--index", node("two")).out().contains("desk"), kept);
    Path back = home.resolve("back");
    done("migrate", back.toString(), "--index", node("two"));
    assertTrue(new KeyFile(back, InstantSource.system()).find(other).isPresent());
  }

  @Test
  void filesThatLieInTheFolderAreTakenOverOnce() throws Exception {
    done("index", node("articles"), "--index", node("one"));
    String secret =
        new KeyFile(home.resolve("one"), InstantSource.system()).add("desk", Role.EDITOR).secret();
    Files.copy(home.resolve("one/keys.jsonl"), home.resolve("two/keys.jsonl"));
    for (String node : List.of("one", "two")) {
      assertTrue(done("keys", "list", "--index", node(node)).out().contains("desk"));
      assertFalse(Files.exists(home.resolve(node).resolve("keys.jsonl")), secret);
    }
    new KeyFile(home.resolve("two"), InstantSource.system()).add("night", Role.EDITOR);
    ProgramRun refused = ProgramRun.of(home, "keys", "list", "--index", node("two"));
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("keys that the cluster has not"), refused.err());
  }
}
