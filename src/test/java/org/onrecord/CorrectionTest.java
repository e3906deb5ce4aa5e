package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.app.ProgramRun;
import org.onrecord.article.Permalinks;
import org.onrecord.backend.lucene.LuceneArchive;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor corrects, from the command to the answers, with nothing replaced. */
class CorrectionTest {
  private static final String FIRST =
      Permalinks.quotation("pier/1", "The pier must go before winter comes");
  private static final String SECOND =
      Permalinks.quotation("pier/1", "We will never sell the pier to anybody");
  private static final String ALDER = "“The pier must go before winter comes,” Ruth Alder said.";
  private static final String ASIF = "“We will never sell the pier to anybody,” Khawaja Asif said.";

  /** The article and its index, as every test begins with them. */
  @TempDir private static Path taken;

  @TempDir private Path folder;
  private Path index;

  @BeforeAll
  static void takeIn() throws IOException {
    takeIn(taken, ALDER + "\\n\\n" + ASIF);
  }

  @BeforeEach
  void copy() throws IOException {
    index = Files.createDirectory(folder.resolve("index"));
    Files.copy(taken.resolve("pier.jsonl"), folder.resolve("pier.jsonl"));
    try (Stream<Path> files = Files.list(taken.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.copy(file, index.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void quotationsAreFoundAsTheyWereTakenIn() {
    assertEquals(List.of(FIRST), found("--type", "quote", "--speaker", "Ruth Alder"));
    assertEquals(List.of(SECOND), found("--type", "quote", "--party", "PML-N"));
  }

  @Test
  void correctedSpeakerIsFoundWithTheRegistrysPartyAndTheOldOneNot() throws IOException {
    ProgramRun run = correct(FIRST, "--speaker", "imran khan", "--note", "heard it");
    assertEquals(
        FIRST
            + """
            : The pier must go before winter comes
              before: Ruth Alder
              after:  Imran Khan (PTI)
            """,
        run.out());
    assertEquals("", run.err());
    assertEquals(List.of(), found("--type", "any", "--speaker", "Ruth Alder"));
    for (String filter : List.of("--speaker=Imran Khan", "--party=PTI")) {
      assertEquals(List.of("pier/1~p1", FIRST), found("--type", "any", filter));
    }
    assertEquals(List.of(FIRST), found("--type", "quote", "imran", "khan"));
    JsonNode quotation = first("--type", "quote", "--party", "PTI").path("quotation");
    assertEquals("imran-khan", quotation.at("/speaker/id").asString());
    assertEquals(1, quotation.path("confidence").asDouble());
    String rule = quotation.path("rule").asString();
    assertTrue(rule.endsWith(" > corrected by an editor > member in the registry"), rule);
    JsonNode correction = quotation.path("correction");
    assertEquals("R. Elm", correction.path("by").asString());
    assertEquals("heard it", correction.path("note").asString());
    assertEquals("Ruth Alder", correction.at("/before/speaker/name").asString());
    assertTrue(correction.at("/before/party").isNull());
  }

  @Test
  void correctedPartyTakesThePlaceOfTheRegistrysEverywhere() throws IOException {
    correct(SECOND, "--party", "Harbour Party");
    assertEquals(List.of(), found("--type", "any", "--party", "PML-N"));
    assertEquals(List.of("pier/1~p2", SECOND), found("--type", "any", "--party", "Harbour Party"));
    JsonNode quotation = first("--type", "quote", "--party", "Harbour Party").path("quotation");
    assertEquals("PML-N", quotation.at("/correction/before/party/name").asString());
    correct(SECOND, "--no-party");
    assertEquals(List.of(), found("--type", "any", "--party", "Harbour Party"));
    assertEquals(List.of(SECOND), found("--type", "quote", "--speaker", "Khawaja Asif"));
  }

  @Test
  void whatIsNoQuotationIsFoundByNothingAndListedWithItsArticle() throws Exception {
    try (var service = ProgramRun.serve(index)) {
      correct(FIRST, "--not-a-quotation", "--note", "a slogan");
      String article = "/api/v1/articles/pier%2F1";
      Await.until(
          () -> !get(service.address(), article).at("/paragraphs/0/struck/0").isMissingNode(),
          "the correction is not seen");
      JsonNode paragraph = get(service.address(), article).at("/paragraphs/0");
      assertEquals(0, paragraph.path("quotations").size());
      JsonNode struck = paragraph.path("struck").path(0);
      assertEquals("The pier must go before winter comes", struck.path("content").asString());
      assertEquals(1, struck.path("start").asInt());
      assertEquals(37, struck.path("end").asInt());
      assertEquals("R. Elm", struck.path("by").asString());
      assertEquals("a slogan", struck.path("note").asString());
    }
    assertEquals(List.of(SECOND), found("--type", "quote"));
    assertEquals(List.of(), found("--type", "any", "--speaker", "Ruth Alder"));
    assertEquals(List.of("pier/1~p2"), found("--type", "paragraph", "--kind", "direct"));
    assertTrue(run("check").out().contains(" is sound: 1 article, 2 paragraphs, 1 quotation"));
  }

  @Test
  void withdrawingRestoresWhatWasWorkedOut() throws IOException {
    JsonNode before = first("--type", "quote", "--speaker", "Ruth Alder").path("quotation");
    for (String decision : List.of("--not-a-quotation", "--speaker=Tom Birch", "--party=PTI")) {
      assertEquals(0, correct(FIRST, decision).code());
      assertEquals(0, correct(FIRST, "--withdraw").code());
      JsonNode after = first("--type", "quote", "--speaker", "Ruth Alder").path("quotation");
      assertEquals(before, after);
    }
    ProgramRun again = correct(FIRST, "--withdraw");
    assertEquals(1, again.code());
    assertEquals(
        "onrecord: nothing to withdraw: no correction of " + FIRST + " holds\n", again.err());
  }

  @Test
  void strikingLeavesTheOthersTheirIds() throws IOException {
    takeIn(ALDER + " “And so must the old lighthouse,” Tom Birch said.");
    List<String> before = found("--type", "quote");
    String third = Permalinks.quotation("pier/1", "And so must the old lighthouse");
    assertEquals(List.of(FIRST, third), before);
    correct(FIRST, "--not-a-quotation");
    assertEquals(List.of(third), found("--type", "quote"));
    ProgramRun other = correct(FIRST, "--speaker", "Tom Birch");
    assertEquals(1, other.code());
    assertEquals(
        "onrecord: "
            + FIRST
            + " was struck: it is not a quotation. To correct it otherwise,"
            + " --withdraw that first\n",
        other.err());
    correct(FIRST, "--withdraw");
    assertEquals(before, found("--type", "quote"));
  }

  @Test
  void correctionsHoldWhenTheArticleIsTakenInAgain() throws IOException {
    correct(FIRST, "--speaker", "Tom Birch");
    correct(SECOND, "--not-a-quotation");
    takeIn(ALDER + "\\n\\n" + ASIF);
    assertEquals(List.of(FIRST), found("--type", "quote"));
    assertEquals(List.of(FIRST), found("--type", "quote", "--speaker", "Tom Birch"));
    takeIn("It was a day of speeches.\\n\\n" + ALDER);
    assertEquals(List.of(FIRST), found("--type", "quote", "--speaker", "Tom Birch"));
    assertFalse(run("corrections").out().contains("\n  now "));
  }

  @Test
  void changedTextDropsOnlyCorrectionsOfWordsThatAreGone() throws IOException {
    correct(FIRST, "--speaker", "Tom Birch");
    correct(SECOND, "--speaker", "Jane Doe", "--note", "she told us");
    takeIn(ALDER + "\\n\\n“We may sell it after all,” Khawaja Asif said.");
    assertEquals(List.of(FIRST), found("--type", "quote", "--speaker", "Tom Birch"));
    assertEquals(
        List.of(Permalinks.quotation("pier/1", "We may sell it after all")),
        found("--type", "quote", "--speaker", "Khawaja Asif"));
    ProgramRun run = run("corrections");
    assertEquals(0, run.code());
    assertEquals(
        """
        TIME, R. Elm: FIRST, the speaker is Tom Birch (person)
          The pier must go before winter comes
        TIME, R. Elm: SECOND, the speaker is Jane Doe (person)
          We will never sell the pier to anybody
          note: she told us
          no longer found: the article has no quotation of these words
        """,
        run.out()
            .replaceAll("(?m)^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
            .replace(FIRST, "FIRST")
            .replace(SECOND, "SECOND"));
    takeIn(ASIF);
    assertEquals(List.of(SECOND), found("--type", "quote", "--speaker", "Jane Doe"));
  }

  @Test
  void registryOfTheArticleIsToBeNamedAgain() throws IOException {
    Path people = folder.resolve("people.csv");
    Files.writeString(people, "name,party,start,end\nRuth Alder,Harbour Party,2020,\n");
    String file = folder.resolve("pier.jsonl").toString();
    run("index", file, "--registry", people.toString());
    assertEquals(List.of(FIRST), found("--type", "quote", "--party", "Harbour Party"));
    ProgramRun forgotten = correct(SECOND, "--no-party");
    assertEquals(0, forgotten.code());
    assertEquals(
        "onrecord: the article was read anew, and 1 other quotation changed too; if it was taken"
            + " in with a --registry or --model, name that and correct it again\n",
        forgotten.err());
    correct(SECOND, "--no-party", "--registry", people.toString());
    assertEquals(List.of(FIRST), found("--type", "quote", "--party", "Harbour Party"));
    assertEquals("", correct(SECOND, "--withdraw", "--registry", people.toString()).err());
  }

  @Test
  void brokenLineIsToldAndTheOthersHold() throws IOException {
    correct(FIRST, "--speaker", "Tom Birch");
    Path log = index.resolve("corrections.jsonl");
    Files.writeString(log, "{\"at\":\n", StandardOpenOption.APPEND);
    correct(SECOND, "--not-a-quotation");
    String told = "onrecord: " + log + ", line 2 is left out: broken JSON: ";
    ProgramRun list = run("corrections");
    assertEquals(3, list.code());
    assertTrue(list.err().startsWith(told), list.err());
    assertEquals(4, list.outLines().size(), list.out());
    ProgramRun again = run("index", folder.resolve("pier.jsonl").toString());
    assertEquals(0, again.code());
    assertTrue(again.err().startsWith(told), again.err());
    assertEquals(List.of(FIRST), found("--type", "quote"));
  }

  @Test
  void lockedIndexIsNotCorrectedAndNothingIsLogged() throws IOException {
    try (LuceneArchive held = LuceneArchive.open(index)) {
      List<String> order =
          List.of("correct", FIRST, "--by=R. Elm", "--speaker=Tom Birch", "--index=" + index);
      ProgramRun run = ProgramRun.of(folder, "", order, Duration.ofSeconds(1));
      assertEquals(1, run.code());
      assertTrue(run.err().contains("is being written by another process"), run.err());
    }
    assertFalse(Files.exists(index.resolve("corrections.jsonl")));
    assertEquals("No corrections in " + index + "\n", run("corrections").out());
  }

  @Test
  void wrongOrdersAreToldAndChangeNothing() {
    assertWrong("who decides it? Say so with --by NAME", "--no-party");
    assertWrong("who decides it? Say so with --by NAME", "--no-party", "--by= ");
    assertWrong(
        "--speaker and --no-party do not go together: correct one at a time",
        "--speaker=X",
        "--no-party",
        "--by=x");
    assertWrong(
        "what is to be corrected? Say --speaker NAME, --party NAME, --no-party,"
            + " --not-a-quotation or --withdraw",
        "--by=x");
    assertWrong("--party needs a name", "--party= ", "--by=x");
    assertWrong(
        "--speaker-type goes with --speaker NAME", "--speaker-type=person", "--no-party", "--by=x");
    assertFalse(Files.exists(index.resolve("corrections.jsonl")));
  }

  @Test
  void whatIsNotThereCannotBeCorrected() {
    for (String id : List.of("pier/1~p1~q9", "nothing~p1~q1", "nothing", "~p1~q1")) {
      ProgramRun run = correct(id, "--no-party");
      assertEquals("onrecord: there is no quotation " + id + " in " + index + "\n", run.err());
      assertEquals(1, run.code());
    }
    assertFalse(Files.exists(index.resolve("corrections.jsonl")));
    index = folder.resolve("none");
    ProgramRun missing = correct(FIRST, "--no-party");
    assertEquals(1, missing.code());
    assertTrue(missing.err().startsWith("onrecord: There is no index in "), missing.err());
    assertFalse(Files.exists(index));
  }

  private void assertWrong(String sentence, String... options) {
    List<String> args = new ArrayList<>(List.of(FIRST));
    args.addAll(List.of(options));
    ProgramRun run = run("correct", args.toArray(new String[0]));
    assertEquals("onrecord: " + sentence, run.err().lines().findFirst().orElse(""));
    assertEquals(2, run.code());
  }

  private void takeIn(String body) throws IOException {
    takeIn(folder, body);
  }

  /** Takes in the one article with this body, as it stands in JSON. */
  private static void takeIn(Path home, String body) throws IOException {
    Path file = home.resolve("pier.jsonl");
    Files.writeString(
        file, "{\"id\":\"pier/1\",\"date\":\"2024-11-07\",\"body\":\"" + body + "\"}\n");
    String index = home.resolve("index").toString();
    assertEquals(0, ProgramRun.of(home, "index", file.toString(), "--index", index).code());
  }

  private ProgramRun correct(String quotation, String... decision) {
    List<String> args = new ArrayList<>(List.of(quotation, "--by", "R. Elm"));
    args.addAll(List.of(decision));
    return run("correct", args.toArray(new String[0]));
  }

  /** The ids of what a search finds, sorted. */
  private List<String> found(String... search) {
    return StreamSupport.stream(hits(search).spliterator(), false)
        .map(hit -> hit.path("id").asString())
        .sorted()
        .toList();
  }

  private JsonNode first(String... search) {
    return hits(search).path(0);
  }

  private JsonNode hits(String... search) {
    List<String> args = new ArrayList<>(List.of(search));
    args.add("--json");
    ProgramRun run = run("search", args.toArray(new String[0]));
    assertEquals(0, run.code(), run.err());
    return JsonMapper.shared().readTree(run.out()).path("hits");
  }

  private static JsonNode get(URI address, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
    }
  }

  private ProgramRun run(String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of(more));
    args.addAll(List.of("--index", index.toString()));
    return ProgramRun.of(folder, "", args);
  }
}
