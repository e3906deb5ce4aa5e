package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Await;
import org.onrecord.article.Permalinks;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles are withheld, canceled and embargoed, and then every route is asked in every way for any
 * word of theirs. A nonsense word is the measure: what is held must be answered as if it had never
 * been.
 */
final class LeakTest {
  private static final List<String> SHOWN =
      List.of(
          line("shown-1", "The Harbour Post", "The council met on Monday, Ruth Alder said."),
          line("shown-2", "Ferry News", "“The pier stays open,” Tom Birch told reporters."),
          line("shown-3", "The Harbour Post", "Marta Quill said the bridge is safe."));

  /** What three outlets print of one story; the last holds words of its own as well. */
  private static final String STORY =
      "The new bridge over the harbour will open in May after ten years of work, the council said."
          + " It cost twice what was planned, and the ferry will sail on beside it for a year.";

  private static final List<Held> HELD =
      List.of(
          new Held(
              "secret-w",
              "Quondam Gazette",
              "Zephyrine",
              "Peregrine Wolfsbane",
              "zorblatt",
              "\"pubStatus\":\"withheld\","),
          new Held(
              "secret-c",
              "Krakatoa Courier",
              "Ultramarine",
              "Octavia Featherstone",
              "quimbleton",
              "\"pubStatus\":\"canceled\","),
          new Held(
              "secret-e",
              "Vesuvius Herald",
              "Xylographic",
              "Barnaby Thistlewood",
              "flumadiddle",
              "\"embargoed\":\"" + Instant.now().plusSeconds(36_000) + "\","));

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static String saved = "";
  private static String feed = "";
  private static final Map<String, String> TAGS = new HashMap<>();

  /**
   * An article that is held.
   *
   * @param word only it has this, and the outlet, the word of the headline and the speaker
   */
  private record Held(
      String id, String outlet, String headline, String speaker, String word, String publication) {

    String json(String with) {
      return """
      {"id":"%s",%s"date":"2024-11-07","outlet":"%s","section":"sec%s","author":"by%s","tags":["tag%s"],"language":"x-%s","title":"%s news of the bridge",\
      "body":"%s\\n\\n“The %s is here and nobody may know,” %s said on Sunday.\\n\\n%s, leader of the %s Party, told reporters that the %s ended."}\
      """
          .formatted(
              id, with, outlet, word, word, word, word, headline, STORY, word, speaker, speaker,
              headline, word);
    }

    /** The permalink ids of what is said in it. */
    List<String> quotations() {
      return List.of(
          Permalinks.quotation(id, "The " + word + " is here and nobody may know"),
          Permalinks.quotation(id, "that the " + word + " ended"));
    }

    /** Every word that nothing else holds. */
    Set<String> words() {
      Set<String> words = new LinkedHashSet<>();
      for (String text :
          List.of(
              word,
              headline,
              speaker,
              outlet.split(" ", -1)[0],
              "sec" + word,
              "by" + word,
              "tag" + word,
              "x-" + word)) {
        words.addAll(List.of(text.split(" ", -1)));
      }
      return words;
    }
  }

  private static String line(String id, String outlet, String body) {
    return """
    {"id":"%s","date":"2024-11-07","outlet":"%s","title":"Harbour news","body":"%s"}\
    """
        .formatted(id, outlet, body);
  }

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/a.txt"), "date 2024-11-07\n\nTom Birch said the pier is closed.\n");
    served = ServedProgram.start(home, List.of("serve"));
    client = HttpClient.newHttpClient();
    save();
    StringBuilder lines = new StringBuilder();
    SHOWN.forEach(each -> lines.append(each).append('\n'));
    lines.append(line("copy-1", "The Harbour Post", STORY)).append('\n');
    lines.append(line("copy-2", "Ferry News", STORY)).append('\n');
    assertEquals(200, post(lines.toString()).statusCode());
    for (Held held : HELD) {
      assertEquals(201, put(held.id(), held.json("")).statusCode());
    }
    for (String path : permalinks()) {
      HttpResponse<String> answer = get(path);
      assertEquals(200, answer.statusCode(), path);
      answer.headers().firstValue("ETag").ifPresent(tag -> TAGS.put(path, tag));
    }
    decideAboutNames();
    for (Held held : HELD) {
      assertTrue(get(search("q=" + held.word())).body().contains(held.word()), "not indexed");
      HttpResponse<String> answer = put(held.id(), held.json(held.publication()));
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("\"status\":\"held\""), answer.body());
    }
  }

  /** A search is saved that finds what is to be held, and is told of it before it is. */
  private static void save() throws Exception {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/v1/saved",
            "{\"name\":\"All\",\"search\":\"q=bridge&type=any&copies=unfold\","
                + "\"webhook\":\"http://127.0.0.1:9/hook\"}");
    assertEquals(201, answer.statusCode(), answer.body());
    JsonNode links = JSON.readTree(answer.body()).path("links");
    saved = links.path("self").stringValue();
    feed = links.path("feed").stringValue();
  }

  /** Editors have decided about each of the names before the articles are held. */
  private static void decideAboutNames() throws Exception {
    List<String> shapes =
        List.of(
            "{\"decision\":\"merge\",\"who\":\"%s\",\"other\":\"Ruth Alder\"}",
            "{\"decision\":\"strike\",\"who\":\"%s\"}",
            "{\"decision\":\"rename\",\"who\":\"%1$s\",\"name\":\"Dame %1$s\"}");
    for (int i = 0; i < HELD.size(); i++) {
      String decision = shapes.get(i).formatted(HELD.get(i).speaker());
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/people/decisions"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(decision))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  private static List<String> permalinks() {
    List<String> paths = new ArrayList<>();
    for (Held held : HELD) {
      paths.add("/api/v1/articles/" + held.id());
      paths.add("/articles/" + held.id());
      for (int paragraph = 0; paragraph <= 3; paragraph++) {
        paths.add("/api/v1/paragraphs/" + held.id() + "~p" + paragraph);
        paths.add("/api/v1/paragraphs/" + held.id() + "~p" + paragraph + "/citation");
      }
      for (String quote : held.quotations()) {
        paths.add("/api/v1/quotes/" + quote);
        paths.add("/api/v1/quotes/" + quote + "/reports");
        paths.add("/quotes/" + quote);
        paths.add("/embed/quotes/" + quote);
        paths.add("/cite/quotes/" + quote);
        paths.add("/api/v1/quotes/" + quote + "/citation");
        paths.add("/oembed?url=" + encoded(served.address() + "/quotes/" + quote));
      }
    }
    return paths;
  }

  private static String search(String parameters) {
    return "/api/v1/search?type=any&copies=unfold&size=100&" + parameters;
  }

  @Test
  void permalinksSayThatItIsGoneAndNothingElse() throws Exception {
    for (String path : permalinks()) {
      for (String tag : List.of("\"\"", TAGS.getOrDefault(path, "W/\"x\""))) {
        HttpResponse<String> answer = get(path, "If-None-Match", tag);
        assertEquals(path.contains("secret-e") ? 404 : 410, answer.statusCode(), path);
        assertClean(path, answer);
        assertFalse(answer.headers().firstValue("ETag").isPresent(), path);
      }
    }
  }

  @Test
  void noRouteTellsAnything() throws Exception {
    Set<String> asked = new TreeSet<>();
    for (Held held : HELD) {
      for (String word : held.words()) {
        for (String path : questions(held, word)) {
          String route = path.replaceFirst("\\?.*", "");
          asked.add(route);
          HttpResponse<String> answer = get(path);
          assertFalse(answer.statusCode() >= 500, path);
          assertClean(path, answer);
          nothingIsCounted(path, answer);
        }
      }
    }
    assertEquals(readRoutes(), templates(asked), "a route was not asked");
  }

  @Test
  void pagesOfNamesTellNothing() throws Exception {
    for (Held held : HELD) {
      String person = held.speaker().toLowerCase(Locale.ROOT).replace(' ', '-');
      for (String path :
          List.of(
              "/people",
              "/speakers/ruth-alder",
              "/speakers/" + person,
              "/speakers?name=" + held.speaker().replace(' ', '+'),
              "/trends?split=speaker&copies=unfold",
              "/voices?copies=unfold",
              "/timeline?copies=unfold&speaker=" + held.speaker().replace(' ', '+'),
              "/trends?show=share&series=q:" + held.word())) {
        HttpResponse<String> answer = get(path);
        assertFalse(answer.statusCode() >= 500, path);
        assertClean(path, answer);
      }
    }
    ProgramRun log = ProgramRun.of(home, "people", "log");
    assertEquals(List.of(), leaked("people log", log.out()));
    assertTrue(log.out().contains("3 decisions about names that"), log.out());
    assertEquals(List.of(), leaked("people list", ProgramRun.of(home, "people", "list").out()));
  }

  /** Whatever finds this word finds nothing, so that no count tells of it. */
  private static void nothingIsCounted(String path, HttpResponse<String> answer) {
    if (path.contains("/search?") && path.contains("nothing=else")) {
      assertTrue(answer.body().contains("\"total\":0"), path);
    }
    if (path.contains("/export?")) {
      assertEquals("0", answer.headers().firstValue("X-Total-Count").orElse("0"), path);
    }
  }

  private static List<String> questions(Held held, String word) {
    String q = encoded(word.toLowerCase(Locale.ROOT));
    List<String> paths = new ArrayList<>();
    String cut = q.substring(0, q.length() - 2);
    String misspelt = q.substring(0, 2) + "x" + q.substring(3);
    for (String asked :
        List.of(q, cut + "*", misspelt + "~", misspelt, "%22" + q + "%22", q + "+NEAR/5+said")) {
      paths.add(search("q=" + asked));
      paths.add(search("match=any&q=" + asked));
      paths.add("/api/v1/search?receipt=true&q=" + asked);
      paths.add("/api/v1/export?copies=unfold&type=any&q=" + asked);
      paths.add("/api/v1/export?format=jsonl&type=any&q=" + asked);
      paths.add("/api/v1/feed.atom?type=any&copies=unfold&q=" + asked);
      paths.add("/feed.atom?token=" + asked);
      paths.add("/api/v1/trends?words=30&q=" + asked);
      paths.add("/api/v1/voices?copies=unfold&q=" + asked);
      paths.add("/api/v1/timeline?copies=unfold&speaker=Ruth+Alder&q=" + asked);
      paths.add("/api/v1/trends?words=30&series=q:" + asked + "&series=q:the");
    }
    for (String field :
        List.of(
            "speaker",
            "mention",
            "title",
            "text",
            "outlet",
            "section",
            "party",
            "author",
            "tag",
            "language")) {
      paths.add(search("q=" + field + ":" + q));
    }
    for (String facet :
        List.of(
            "speaker",
            "mention",
            "outlet",
            "section",
            "party",
            "author",
            "tag",
            "language",
            "kind",
            "type")) {
      paths.add(
          search(
              facet.equals("kind") || facet.equals("type")
                  ? ""
                  : facet + "=" + encoded(held.speaker())));
      paths.add("/api/v1/facets/" + facet + "?type=any&copies=unfold&size=1000");
      if (!facet.equals("type")) {
        paths.add("/api/v1/trends?copies=unfold&words=30&split=" + facet);
        paths.add("/api/v1/trends?format=csv&split=" + facet);
        paths.add("/api/v1/trends?format=svg&split=" + facet);
      }
      paths.add("/api/v1/facets/" + facet + "?type=any&prefix=" + q.substring(0, 2));
      paths.add("/api/v1/facets/" + facet + "?q=" + q);
    }
    for (int letters = 1; letters <= Math.min(4, q.length()); letters++) {
      paths.add("/api/v1/suggest?size=20&q=" + q.substring(0, letters));
      paths.add("/api/v1/suggest?size=20&q=said+" + q.substring(0, letters));
    }
    for (String words : List.of(q + "+ended", "the+" + q + "+is+here+and+nobody+may+know")) {
      paths.add("/api/v1/verify?receipt=true&q=" + words);
      paths.add("/api/v1/verify?q=" + words + "&speaker=" + encoded(held.speaker()));
      paths.add("/api/v1/verify?q=" + words + "&outlet=" + encoded(held.outlet()));
    }
    paths.add("/api/v1/verify?q=the+pier+stays+open&speaker=" + q);
    String person = held.speaker().toLowerCase(Locale.ROOT).replace(' ', '-');
    paths.add("/api/v1/speakers/" + person);
    paths.add("/api/v1/saved");
    paths.add(saved);
    paths.add(feed);
    paths.add("/api/v1/people?size=1000");
    paths.add("/api/v1/people?q=" + q.substring(0, 2));
    paths.add("/api/v1/people/decisions");
    paths.add("/api/v1/people/suggestions");
    paths.add("/api/v1/parties/" + held.headline().toLowerCase(Locale.ROOT) + "-party");
    paths.add("/api/v1/articles/" + held.id());
    paths.add("/api/v1/articles/" + held.id() + "/corrections");
    paths.add("/api/v1/paragraphs/" + held.id() + "~p2");
    paths.add("/api/v1/paragraphs/" + held.id() + "~p2/citation?format=bibtex");
    paths.add("/api/v1/quotes/" + held.quotations().getFirst());
    paths.add("/api/v1/quotes/" + held.quotations().getFirst() + "/reports");
    paths.add("/api/v1/quotes/" + held.quotations().getFirst() + "/citation?format=ris");
    paths.add("/quotes/" + held.quotations().getFirst());
    paths.add("/embed/quotes/" + held.quotations().getFirst());
    paths.add("/embed/onrecord.js");
    paths.add("/embed/frames.js");
    paths.add(
        "/oembed?url=" + encoded(served.address() + "/quotes/" + held.quotations().getFirst()));
    paths.add("/opensearch.xml");
    paths.add("/health");
    paths.add("/health/live");
    paths.add("/health/ready");
    paths.add("/prometheus");
    paths.add(search("sort=newest"));
    paths.add(search("match=any&q=bridge+harbour+" + q.substring(0, 2) + "*"));
    return paths;
  }

  /** The routes of openapi.yaml that only read. */
  private static Set<String> readRoutes() throws Exception {
    Map<String, Map<String, Map<String, Object>>> description =
        new Yaml().load(get("/openapi.yaml").body());
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

  private static Set<String> templates(Set<String> paths) throws Exception {
    Set<String> templates = new TreeSet<>();
    for (String path : paths) {
      templates.add(
          readRoutes().stream()
              .filter(route -> path.matches(route.replaceAll("\\{[^}]+}", "[^/]+")))
              .findFirst()
              .orElse(path));
    }
    return templates;
  }

  /** What is asked may stand in the answer, and nothing else of what is held. */
  @Test
  void noVerdictTellsAnything() throws Exception {
    for (Held held : HELD) {
      String words = "The " + held.word() + " is here and nobody may know";
      HttpResponse<String> verdict =
          send("POST", "/api/v1/verify", "{\"quotation\":\"" + words + "\"}");
      assertEquals(200, verdict.statusCode(), verdict.body());
      assertTrue(verdict.body().contains("\"verdict\":\"not-here\""), verdict.body());
      assertFalse(verdict.body().contains(held.id()), verdict.body());
      String draft = "“" + words + ",” Ruth Alder said.";
      HttpResponse<String> checked =
          send("POST", "/api/v1/drafts/check", draft, "Content-Type", "text/plain");
      assertTrue(checked.body().contains("\"verdict\":\"not-here\""), checked.body());
      assertFalse(checked.body().contains(held.id()), checked.body());
      assertFalse(checked.body().contains(held.outlet()), checked.body());
      ProgramRun run = ProgramRun.of(home, "verify", words);
      assertTrue(run.out().startsWith("not-here"), run.out());
    }
  }

  /** A list of every word in every role counts nothing. */
  @Test
  void noListTellsAnything() throws Exception {
    for (Held held : HELD) {
      for (String by : List.of("q", "speaker", "mention", "outlet", "section", "tag")) {
        String list = String.join("\n", held.words()) + "\n" + held.speaker();
        HttpResponse<String> counted =
            send("POST", "/api/v1/batch?type=any&by=" + by, list, "Content-Type", "text/csv");
        assertEquals(200, counted.statusCode(), counted.body());
        JSON.readTree(counted.body())
            .get("rows")
            .forEach(row -> assertEquals(0, row.get("total").asInt(), row.toString()));
        ProgramRun run = ProgramRun.of(home, list, List.of("batch", "-", "--by", by, "--json"));
        assertFalse(run.out().contains(held.id()), run.out());
      }
    }
  }

  /** Each tool, by HTTP and on the command line, is asked for every word in every argument. */
  @Test
  void noToolTellsAnything() throws Exception {
    for (Held held : HELD) {
      List<String> lines = new ArrayList<>();
      List<Map<String, Object>> asked = new ArrayList<>();
      for (String word : held.words()) {
        questionsOfTools(held, word).forEach(asked::add);
      }
      Set<String> tools = new TreeSet<>();
      for (Map<String, Object> call : asked) {
        tools.add(String.valueOf(call.get("name")));
        String message =
            JSON.writeValueAsString(
                Map.of(
                    "jsonrpc", "2.0", "id", lines.size(), "method", "tools/call", "params", call));
        lines.add(message);
        HttpResponse<String> answer =
            send("POST", "/mcp", message, "Accept", "application/json, text/event-stream");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTold(message, answer.body());
      }
      assertEquals(tools(), tools, "a tool was not asked");
      ProgramRun run = ProgramRun.of(home, String.join("\n", lines), List.of("mcp"));
      assertEquals(lines.size(), run.outLines().size(), run.err());
      for (int i = 0; i < lines.size(); i++) {
        assertTold(lines.get(i), run.outLines().get(i));
      }
    }
  }

  /** What was asked may stand in the answer, and nothing else; nor does anything count it. */
  private static void assertTold(String message, String answer) {
    List<String> found = new ArrayList<>(leaked(message, answer));
    found.removeIf(
        word -> message.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    assertEquals(List.of(), found, message + ": " + answer);
    JsonNode told = JSON.readTree(answer).path("result").path("structuredContent");
    assertTrue(told.path("hits").isEmpty(), message + ": " + answer);
    assertTrue(told.path("total").asInt(0) == 0, message + ": " + answer);
    assertTrue(told.path("quotations").asInt(0) == 0, message + ": " + answer);
  }

  private static Set<String> tools() throws Exception {
    Set<String> names = new TreeSet<>();
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    HttpResponse<String> answer =
        send("POST", "/mcp", list, "Accept", "application/json, text/event-stream");
    JSON.readTree(answer.body())
        .at("/result/tools")
        .forEach(tool -> names.add(tool.path("name").asString()));
    return names;
  }

  private static List<Map<String, Object>> questionsOfTools(Held held, String word) {
    List<Map<String, Object>> calls = new ArrayList<>();
    for (String tool : List.of("search_passages", "search_quotations")) {
      for (String q : List.of(word, word.substring(0, word.length() - 2) + "*", word + "~")) {
        calls.add(call(tool, "query", q));
      }
      for (String field : List.of("speaker", "party", "mention", "outlet", "section")) {
        calls.add(call(tool, field, word));
        calls.add(call(tool, field, held.speaker()));
        calls.add(call(tool, field, word.substring(0, 3)));
      }
    }
    calls.add(call("get_article", "id", held.id()));
    calls.add(call("get_quotation", "id", held.quotations().getFirst()));
    for (String words : List.of(word + " ended", "The " + word + " is here and nobody may know")) {
      calls.add(call("verify_quotation", "quotation", words));
      calls.add(call("who_said", "quotation", words));
    }
    for (String name : List.of(word, held.speaker(), word.substring(0, 3))) {
      calls.add(call("speaker_profile", "speaker", name));
    }
    calls.add(
        call(
            "speaker_profile",
            "speaker",
            held.speaker().toLowerCase(Locale.ROOT).replace(' ', '-')));
    return calls;
  }

  private static Map<String, Object> call(String tool, String argument, String value) {
    return Map.of("name", tool, "arguments", Map.of(argument, value));
  }

  @Test
  void countsAreThoseOfTheRest() throws Exception {
    assertTrue(get("/health").body().contains("\"articles\":6"), get("/health").body());
    String all = get(search("")).body();
    for (Held held : HELD) {
      assertFalse(all.contains(held.id()), all);
    }
    String folded = get("/api/v1/search?q=twice+planned").body();
    assertTrue(folded.contains("\"totalUnfolded\":2"), folded);
  }

  @Test
  void commandLineTellsNothing() {
    for (Held held : HELD) {
      ProgramRun search =
          ProgramRun.of(home, "search", "--type", "any", "--size", "100", held.word());
      assertFalse(search.out().contains(held.id()), search.out());
      assertTrue(search.out().startsWith("0 hits") || search.out().startsWith("No "), search.out());
      ProgramRun json =
          ProgramRun.of(home, "search", "--json", "--size", "100", "--copies", "unfold");
      assertEquals(List.of(), leaked("search --json", json.out()));
      for (List<String> export : List.of(List.of("export"), List.of("export", "--format", "csv"))) {
        assertEquals(List.of(), leaked("export", ProgramRun.of(home, "", export).out()));
      }
    }
  }

  /** Lucene keeps what was deleted until it merges; that is not left to chance. */
  @Test
  void itsWordsGoFromDisk() throws Exception {
    Await.until(
        () -> !wordsOnDisk().contains("zorblatt") && !wordsOnDisk().contains("quimbleton"),
        Duration.ofSeconds(30),
        () -> "still in a file of the index");
    assertTrue(wordsOnDisk().contains("monday"), "the test looks for nothing");
  }

  private static Set<String> wordsOnDisk() throws IOException {
    Set<String> words = new TreeSet<>();
    try (Directory directory = FSDirectory.open(home.resolve("index"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms("exact");
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        while (each.next() != null) {
          words.add(each.term().utf8ToString());
        }
      }
    }
    return words;
  }

  @Test
  void olderVersionBringsNothingBackAndNewerDoes() throws Exception {
    String body = "\"date\":\"2024-11-07\",\"body\":\"The gyrocopter is late, Ruth Alder said.\"}";
    assertEquals(201, put("back", "{\"version\":1," + body).statusCode());
    assertEquals(200, put("back", "{\"pubStatus\":\"canceled\",\"version\":2}").statusCode());
    assertEquals(409, put("back", "{\"version\":1," + body).statusCode());
    assertEquals(409, put("back", "{\"version\":2," + body).statusCode());
    assertEquals(409, put("back", "{" + body).statusCode());
    String line = post("{\"id\":\"back\",\"version\":1," + body + "\n").body();
    assertTrue(line.contains("\"status\":\"refused\""), line);
    Path archive =
        Files.writeString(home.resolve("again.jsonl"), "{\"id\":\"back\"," + body + "\n");
    ProgramRun index = ProgramRun.of(home, "index", archive.toString());
    assertEquals(3, index.code(), index.err());
    assertTrue(index.out().contains("withheld or canceled"), index.out());
    assertEquals(410, get("/api/v1/articles/back").statusCode());
    assertTrue(get(search("q=gyrocopter")).body().contains("\"total\":0"));
    assertEquals(200, put("back", "{\"version\":3," + body).statusCode());
    assertTrue(get(search("q=gyrocopter")).body().contains("gyrocopter"));
    assertEquals(200, put("back", "{\"pubStatus\":\"withheld\"}").statusCode());
    assertEquals(204, send("DELETE", "/api/v1/articles/back", "").statusCode());
    assertEquals(404, get("/api/v1/articles/back").statusCode());
    assertEquals(201, put("back", "{" + body).statusCode());
    assertEquals(204, send("DELETE", "/api/v1/articles/back", "").statusCode());
  }

  @Test
  void embargoedArticleAppearsAtItsTimeAndNotBefore() throws Exception {
    Instant due = Instant.now().plusSeconds(3);
    String body = "\"date\":\"2024-11-07\",\"body\":\"The hydrofoil is late, Ruth Alder said.\"}";
    assertEquals(200, put("later", "{\"embargoed\":\"" + due + "\"," + body).statusCode());
    Await.until(
        () -> get("/api/v1/articles/later").statusCode() == 200,
        Duration.ofSeconds(23),
        () -> "it never appears");
    assertFalse(Instant.now().isBefore(due), "it was early");
    assertTrue(Instant.now().isBefore(due.plusSeconds(5)), "it was late");
    assertTrue(get(search("q=hydrofoil")).body().contains("hydrofoil"));
    assertEquals(204, send("DELETE", "/api/v1/articles/later", "").statusCode());
  }

  @Test
  void whoWithheldStandsInTheAuditLog() throws Exception {
    String log = Files.readString(home.resolve("index/audit.jsonl"));
    assertTrue(log.contains("\"note\":\"held secret-w\""), log);
    assertFalse(log.contains("zorblatt"), log);
  }

  @Test
  void whatIsNotUnderstoodIsNotShown() throws Exception {
    String body = "\"date\":\"2024-11-07\",\"body\":\"It is open, he said.\"}";
    assertEquals(422, put("typo", "{\"pubStatus\":\"witheld\"," + body).statusCode());
    assertEquals(422, put("typo", "{\"embargoed\":\"2030-01-01\"," + body).statusCode());
    assertEquals(404, get("/api/v1/articles/typo").statusCode());
  }

  private static void assertClean(String path, HttpResponse<String> answer) {
    String asked = path + ' ' + URLDecoder.decode(path, UTF_8);
    List<String> found = new ArrayList<>(leaked(path, answer.body() + answer.headers().map()));
    found.removeIf(word -> asked.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    assertEquals(List.of(), found, path + ": " + answer.body());
  }

  private static List<String> leaked(String what, String text) {
    List<String> found = new ArrayList<>();
    for (Held held : HELD) {
      for (String word : held.words()) {
        if (text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
          found.add(word);
        }
      }
    }
    return found;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static HttpResponse<String> put(String id, String body) throws Exception {
    return send("PUT", "/api/v1/articles/" + id, body);
  }

  private static HttpResponse<String> post(String lines) throws Exception {
    return send("POST", "/api/v1/articles", lines, "Content-Type", "application/x-ndjson");
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, "", headers);
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .setHeader("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
