package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.alert.delivery.WebhookReceiver;
import org.onrecord.backend.opensearch.OpenSearchNode;
import org.onrecord.backend.opensearch.TestRepositories;
import org.onrecord.cli.Service.Running;

/**
 * What README tells of archives on a cluster, run as it stands there on a real node, and what
 * commands and service answer that are not there.
 */
class BeyondOneMachineTest {
  private static final Pattern SECTION =
      Pattern.compile("^## Beyond one machine\\n(.*?)^## ", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path home;

  @BeforeEach
  void nameTheCluster() throws IOException {
    Path folder = Files.createDirectories(home.resolve("cluster"));
    Files.writeString(
        folder.resolve("cluster.properties"),
        block("properties")
            .replace("http://127.0.0.1:9200", OpenSearchNode.address().toString())
            .replace("prefix = archive", "prefix = " + OpenSearchNode.prefix()));
  }

  private static String block(String kind) throws IOException {
    Matcher section = SECTION.matcher(Files.readString(Path.of("README.md")));
    assertTrue(section.find());
    Matcher blocks = BLOCK.matcher(section.group(1));
    while (blocks.find()) {
      if (blocks.group(1).equals(kind)) {
        return blocks.group(2);
      }
    }
    throw new AssertionError("README shows no " + kind);
  }

  /** A command of README's, its folders under this test's. */
  private ProgramRun run(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.replaceFirst("^(\\./)?onrecord ", "").split(" ")) {
      boolean folder = List.of("cluster", "back", "backups", "restored").contains(word);
      boolean index = word.equals("index") && !words.isEmpty();
      words.add(folder || index ? home.resolve(word).toString() : word);
    }
    return ProgramRun.of(home, "", words);
  }

  private ProgramRun done(String line) {
    ProgramRun run = run(line);
    assertEquals(0, run.code(), line + ": " + run.err());
    return run;
  }

  private static String untimed(String page) {
    return page.replaceAll("\\([0-9]+ ms\\)", "");
  }

  @Test
  void whatReadmeShowsWorks() throws Exception {
    done("./onrecord index src/docs/examples/articles --index index");
    List<String> lines = block("sh").lines().toList();
    List<String> answers = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      answers.add(done(line).out());
    }
    assertTrue(answers.getFirst().contains(" 0 different"), answers.getFirst());
    assertFalse(answers.get(1).startsWith("0 hits"), answers.get(1));
    assertEquals(untimed(answers.get(1)), untimed(answers.get(2)), "the same in both");
    assertEquals("./onrecord serve --index cluster", lines.getLast());
    serves();
  }

  private void serves() throws Exception {
    try (Running service = ProgramRun.serve(home.resolve("cluster"));
        HttpClient http = HttpClient.newHttpClient()) {
      URI at = service.address();
      assertEquals(200, get(http, at.resolve("/health/ready")).statusCode());
      String found = get(http, at.resolve("/api/v1/search?q=bridge")).body();
      assertFalse(found.contains("\"total\":0,"), found);
      HttpRequest put =
          HttpRequest.newBuilder(at.resolve("/api/v1/articles/elmsea-1"))
              .header("Content-Type", "application/json")
              .PUT(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"date\":\"2026-01-02\",\"body\":\"The quay at Elmsea is shut.\"}"))
              .build();
      assertEquals(201, http.send(put, BodyHandlers.ofString()).statusCode());
      String quay = get(http, at.resolve("/api/v1/search?q=quay+elmsea")).body();
      assertTrue(quay.contains("\"total\":1,"), quay);
    }
  }

  private static HttpResponse<String> get(HttpClient http, URI at)
      throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
  }

  /** Each has a folder of its own: one of them sends, and when it ends, the other. */
  @Test
  void whatASavedSearchFindsIsSentOnceByTwoServices() throws Exception {
    done("./onrecord index src/docs/examples/articles --index cluster");
    Path others = Files.createDirectories(home.resolve("others"));
    Files.copy(
        home.resolve("cluster").resolve("cluster.properties"),
        others.resolve("cluster.properties"));
    try (WebhookReceiver receiver = new WebhookReceiver();
        Running other = ProgramRun.servePrivately(others);
        HttpClient http = HttpClient.newHttpClient()) {
      try (Running one = ProgramRun.servePrivately(home.resolve("cluster"))) {
        for (String word : List.of("sluice", "weir")) {
          String saved =
              """
              {"name":"%1$s","search":"?q=%1$s","webhook":"%2$s"}\
              """
                  .formatted(word, receiver.address("/" + word));
          assertEquals(201, post(http, one.address().resolve("/api/v1/saved"), saved).statusCode());
        }
        for (Running service : List.of(one, other)) {
          String body = "{\"date\":\"2026-01-02\",\"body\":\"The sluice at Elmsea is shut.\"}";
          URI article = service.address().resolve("/api/v1/articles/sluice");
          assertEquals(2, put(http, article, body).statusCode() / 100);
        }
        Await.until(() -> !receiver.posts("/sluice").isEmpty(), "nothing was posted");
        assertTrue(receiver.posts("/sluice").getFirst().body().contains("sluice at Elmsea"));
        for (Running service : List.of(one, other)) {
          URI state = service.address().resolve("/api/v1/saved");
          Await.until(() -> get(http, state).body().contains("\"sent\":1"), "not told");
        }
      }
      String body = "{\"date\":\"2026-01-03\",\"body\":\"The weir beside the sluice is open.\"}";
      URI article = other.address().resolve("/api/v1/articles/weir");
      assertEquals(201, put(http, article, body).statusCode());
      Await.until(() -> !receiver.posts("/weir").isEmpty(), "the other does not send");
      assertEquals(1, receiver.posts("/weir").size());
      assertEquals(1, receiver.posts("/sluice").size());
    }
  }

  @Test
  void whatIsDecidedAboutNamesHoldsForAll() throws Exception {
    done("./onrecord index src/docs/examples/articles --index cluster");
    try (Running one = ProgramRun.serve(home.resolve("cluster"));
        Running other = ProgramRun.serve(home.resolve("cluster"));
        HttpClient http = HttpClient.newHttpClient()) {
      quoted(http, one, "first", "“The pier must go before winter,” Ria Holm said.");
      quoted(http, other, "second", "“We will never sell the ferry,” Riah Holm said.");
      URI decisions = other.address().resolve("/api/v1/people/decisions");
      String merge = "{\"decision\":\"merge\",\"who\":\"riah-holm\",\"other\":\"ria-holm\"}";
      HttpResponse<String> decided = post(http, decisions, merge);
      assertEquals(200, decided.statusCode(), decided.body());
      quoted(http, one, "third", "“The toll stays,” Riah Holm said.");
      for (Running service : List.of(one, other)) {
        URI said = service.address().resolve("/api/v1/search?type=quote&speaker=Ria+Holm");
        String found = get(http, said).body();
        assertTrue(found.contains("\"total\":3,"), found);
        assertFalse(found.contains("\"name\":\"Riah"), found);
      }
      done("./onrecord people undo 1 --by Elm --index cluster");
      URI said = one.address().resolve("/api/v1/search?type=quote&speaker=Riah+Holm");
      assertTrue(get(http, said).body().contains("\"total\":2,"));
    }
  }

  private static void quoted(HttpClient http, Running service, String id, String text)
      throws Exception {
    String body = "{\"date\":\"2026-01-02\",\"body\":\"%s\"}".formatted(text);
    URI article = service.address().resolve("/api/v1/articles/" + id);
    assertEquals(201, put(http, article, body).statusCode());
  }

  private static HttpResponse<String> post(HttpClient http, URI at, String json) throws Exception {
    return send(http, at, "POST", json);
  }

  private static HttpResponse<String> put(HttpClient http, URI at, String json) throws Exception {
    return send(http, at, "PUT", json);
  }

  private static HttpResponse<String> send(HttpClient http, URI at, String method, String json)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(at)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** What src/docs/scale.md shows of backups, with another repository. */
  @Test
  void anArchiveIsBackedUpAndRestoredAsShown() throws IOException {
    String page = Files.readString(Path.of("src/docs/scale.md"));
    Matcher shown =
        Pattern.compile("```http\nPUT /_snapshot/(\\w+)\n.*?```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(page.substring(page.indexOf("## Backed up")));
    assertTrue(shown.find());
    assertTrue(page.contains("`repository = " + shown.group(1) + "`"));
    done("./onrecord index src/docs/examples/articles --index cluster");
    ProgramRun refused = run("./onrecord backup backups --index cluster");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("add repository = NAME"), refused.err());
    Path file = home.resolve("cluster").resolve("cluster.properties");
    String lines =
        Files.readString(file) + "repository = " + TestRepositories.register("40mb") + "\n";
    Files.writeString(file, lines);
    Files.writeString(
        Files.createDirectories(home.resolve("restored")).resolve("cluster.properties"),
        lines.replaceAll("prefix = .*", "prefix = " + OpenSearchNode.prefix()));
    String last = "";
    for (String line : shown.group(2).lines().toList()) {
      last = done(line).out();
    }
    assertTrue(last.contains("is sound: 3 articles, "), last);
    assertEquals(
        untimed(done("./onrecord search bridge --index cluster").out()),
        untimed(done("./onrecord search bridge --index restored").out()));
    ProgramRun again = run("./onrecord restore backups --index restored");
    assertEquals(1, again.code());
    assertTrue(again.err().contains("restore writes over nothing"), again.err());
    ProgramRun folder = run("./onrecord restore backups --index index");
    assertEquals(1, folder.code());
    assertTrue(folder.err().contains("names no cluster"), folder.err());
    ProgramRun into = run("./onrecord restore backups --into --index restored");
    assertTrue(into.err().contains("not on a cluster"), into.err());
  }

  @Test
  void anArchiveIsReadAnew() {
    done("./onrecord index src/docs/examples/articles --index cluster");
    String before = done("./onrecord search bridge --index cluster").out();
    String said = done("./onrecord reindex --index cluster").out();
    assertTrue(said.startsWith("before: 3 articles, "), said);
    String checked = done("./onrecord check --index cluster").out();
    assertTrue(checked.contains("is sound: 3 articles, "), checked);
    assertEquals(untimed(before), untimed(done("./onrecord search bridge --index cluster").out()));
  }

  @Test
  void aClusterThatIsNotThereIsTold() throws IOException {
    Files.writeString(
        home.resolve("cluster").resolve("cluster.properties"), "hosts = http://127.0.0.1:1\n");
    ProgramRun run = run("./onrecord search bridge --index cluster");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("can be reached"), run.err());
  }
}
