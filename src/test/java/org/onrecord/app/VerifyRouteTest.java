package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quotations and drafts verified by the program as it is shipped. */
final class VerifyRouteTest {
  private static final String SAID =
      "We have waited ten years for this bridge, and 5,000 people will cross it every morning";

  private static final String DRAFT =
      """
      The harbour has its bridge.

      “We have waited twelve years for this bridge, and 5,000 people will cross it every \
      morning,” Ruth Alder said.

      “The moon is a lighthouse that somebody forgot to pay for,” Tom Hale said on Sunday.

      “We have waited ten years for this bridge, and 5,000 people will cross it every \
      morning,” Mayor Ruth Alder told reporters.
      """;

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path home;
  private static ServedProgram served;
  private static HttpClient client;
  private static Contract contract;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/bridge.txt"),
        "date: 7 November 2024\noutlet: The Harbour Post\n\n“"
            + SAID
            + ",” Mayor Ruth Alder told reporters on the quay.\n\nTom Hale said that the ferry"
            + " would sail on beside it for a year.\n\nTom Hale denied that he had sold the"
            + " ferry to the council.\n");
    served = ServedProgram.start(home, List.of("serve"));
    client = HttpClient.newHttpClient();
    contract = new Contract(get("/openapi.yaml").body());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    served.close();
  }

  @Test
  void questionsByBothMethodsHaveOneAnswer() throws Exception {
    String asked = "/api/v1/verify?q=" + encoded(SAID) + "&speaker=" + encoded("Ruth Alder");
    HttpResponse<String> got = get(asked);
    assertEquals(200, got.statusCode(), got.body());
    contract.assertKept(asked, Request.Method.GET, got);
    JsonNode answer = JSON.readTree(got.body());
    assertEquals("exact", answer.path("verdict").asString(), got.body());
    JsonNode best = answer.at("/candidates/0");
    assertEquals(SAID, best.at("/found/text").asString());
    assertEquals("asked", best.path("saidBy").asString());
    assertEquals(
        200, get(best.at("/hit/links/self").asString()).statusCode(), "the link leads nowhere");
    assertEquals(200, get(best.path("page").asString()).statusCode());
    HttpResponse<String> posted =
        post(
            "/api/v1/verify",
            JSON.writeValueAsString(
                JSON.createObjectNode().put("quotation", SAID).put("speaker", "Ruth Alder")),
            "application/json");
    contract.assertKept("/api/v1/verify", Request.Method.POST, posted);
    assertEquals(got.body(), posted.body());
  }

  @Test
  void whatIsToldOrDeniedIsNotSaid() throws Exception {
    assertEquals("reported", verdict("the ferry would sail on beside it for a year"));
    assertEquals("denied", verdict("he had sold the ferry to the council"));
  }

  private static String verdict(String words) throws Exception {
    return JSON.readTree(get("/api/v1/verify?q=" + encoded(words)).body())
        .path("verdict")
        .asString();
  }

  @Test
  void aReceiptIsOfTheAnswersOwnBytes() throws Exception {
    String asked = "/api/v1/verify?q=" + encoded(SAID);
    JsonNode receipt = JSON.readTree(get(asked + "&receipt=true").body()).path("receipt");
    byte[] bare = get(asked).body().getBytes(UTF_8);
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare)),
        receipt.path("sha256").asString());
    assertEquals("2024-11-07", receipt.at("/newest/date").asString());
    assertTrue(receipt.at("/readWith/0/with").asString().contains("model "), receipt.toString());
    contract.assertKept(asked, Request.Method.GET, get(asked + "&receipt=true"));
  }

  @Test
  void draftsOfTheArchivesOwnAreTimed() {
    ProgramRun run = ProgramRun.of(home, "bench", "draft", "--drafts", "2");
    assertEquals(0, run.code(), run.err());
    assertEquals("drafts: 2, quotations verified in them: 40", run.outLines().getFirst());
    assertEquals(3, run.outLines().size(), run.out());
    assertTrue(run.out().contains("of a processor p50"), run.out());
  }

  @Test
  void aSearchHasAReceiptToo() throws Exception {
    String asked = "/api/v1/search?q=bridge&speaker=" + encoded("Ruth Alder");
    HttpResponse<String> answer = get(asked + "&receipt=true");
    contract.assertKept(asked, Request.Method.GET, answer);
    JsonNode receipt = JSON.readTree(answer.body()).path("receipt");
    String bare = get(asked).body().replaceFirst("\"tookMillis\":[0-9]+", "\"tookMillis\":0");
    assertTrue(bare.endsWith("\"receipt\":null}"), bare);
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare.getBytes(UTF_8))),
        receipt.path("sha256").asString());
    assertEquals(
        "{\"q\":[\"bridge\"],\"speaker\":[\"Ruth Alder\"]}", receipt.path("asked").toString());
    assertEquals(1, receipt.at("/archive/articles").asInt());
    assertEquals("2024-11-07", receipt.at("/newest/date").asString());
    refused("/api/v1/search?receipt=perhaps", "receipt is");
    refused("/api/v1/search?receipt=true&colour=red", "no parameter here");
  }

  @Test
  void whatCannotBeVerifiedIsRefusedWithAReason() throws Exception {
    refused("/api/v1/verify", "q is missing");
    refused("/api/v1/verify?q=bridge", "One word");
    refused("/api/v1/verify?q=a+bridge&from=soon", "from is");
    refused("/api/v1/verify?q=a+bridge&colour=red", "no parameter here");
    refused("/api/v1/verify?q=" + "a+".repeat(600), "600 words");
    for (String body :
        List.of(
            "", "[]", "{", "{\"quotation\": {}}", "{\"words\": \"a b\"}", "{\"quotation\": 5}")) {
      HttpResponse<String> answer = post("/api/v1/verify", body, "application/json");
      assertEquals(400, answer.statusCode(), body + answer.body());
      contract.assertKept("/api/v1/verify", Request.Method.POST, answer);
    }
    String long64 = "{\"quotation\": \"" + "bridge ".repeat(10_000) + "\"}";
    assertEquals(413, post("/api/v1/verify", long64, "application/json").statusCode());
    assertEquals(415, post("/api/v1/verify", "bridge", "text/plain").statusCode());
  }

  private static void refused(String path, String reason) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(400, answer.statusCode(), path);
    assertTrue(answer.body().contains(reason), answer.body());
    contract.assertKept(path, Request.Method.GET, answer);
  }

  @Test
  void eachQuotationOfADraftHasAVerdictInPlace() throws Exception {
    String html =
        "<html><head><title>x</title><script>var a = “no”;</script></head><body><h1>News</h1><p>"
            + DRAFT.replace("\n\n", "</p><p>")
            + "</p><style>p{}</style></body></html>";
    String ninjs =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("headline", "News")
                .put("body_html", "<p>" + DRAFT.replace("\n\n", "</p><p>") + "</p>"));
    String text = JSON.writeValueAsString(JSON.createObjectNode().put("text", DRAFT));
    List<HttpResponse<String>> answers =
        List.of(
            post("/api/v1/drafts/check", DRAFT, "text/plain"),
            post("/api/v1/drafts/check", html, "text/html"),
            post("/api/v1/drafts/check", ninjs, "application/json"),
            post("/api/v1/drafts/check", text, "application/json"));
    for (HttpResponse<String> answer : answers) {
      assertEquals(200, answer.statusCode(), answer.body());
      contract.assertKept("/api/v1/drafts/check", Request.Method.POST, answer);
      JsonNode body = JSON.readTree(answer.body());
      List<String> verdicts = new ArrayList<>();
      for (JsonNode quotation : body.path("quotations")) {
        verdicts.add(quotation.path("verdict").asString());
        String whole = body.path("text").asString();
        int start = whole.offsetByCodePoints(0, quotation.path("start").asInt());
        int end = whole.offsetByCodePoints(0, quotation.path("end").asInt());
        assertEquals(quotation.path("text").asString(), whole.substring(start, end));
      }
      assertEquals(List.of("altered", "not-here", "exact"), verdicts, answer.body());
      JsonNode first = body.at("/quotations/0/candidates/0/differences/0");
      assertEquals("twelve", first.path("asked").asString());
      assertEquals("number", first.path("about").asString());
      assertEquals("Ruth Alder", body.at("/quotations/0/speaker").asString());
    }
  }

  @Test
  void aDraftIsKeptNowhere() throws Exception {
    assertEquals(
        200,
        post(
                "/api/v1/drafts/check",
                "“The zanzibonk is a fine boat to sail,” he said.",
                "text/plain")
            .statusCode());
    assertTrue(get("/api/v1/search?q=zanzibonk").body().contains("\"total\":0"));
    try (var files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(new String(Files.readAllBytes(file), UTF_8).contains("zanzibonk"), "" + file);
      }
    }
    assertFalse(served.output().contains("zanzibonk"));
  }

  @Test
  void badDraftsAreRefusedAndHardOnesAnswered() throws Exception {
    assertEquals(413, post("/api/v1/drafts/check", "a".repeat(1 << 21), "text/plain").statusCode());
    for (String body : List.of(" ", "<p></p>", "<script>alert(1)</script>")) {
      HttpResponse<String> answer = post("/api/v1/drafts/check", body, "text/html");
      assertEquals(422, answer.statusCode(), answer.body());
      contract.assertKept("/api/v1/drafts/check", Request.Method.POST, answer);
    }
    for (String body :
        List.of("{}", "{\"text\": 5}", "[1]", "{", "{\"bodies\": [{\"role\": 1}]}")) {
      assertEquals(422, post("/api/v1/drafts/check", body, "application/json").statusCode(), body);
    }
    assertEquals(415, post("/api/v1/drafts/check", "x", "application/pdf").statusCode());
    JsonNode none = checked("The council met. Nobody said a word.");
    assertEquals(0, none.path("quotations").size());
    assertTrue(checked("“We have waited ten years for this bridge, he said").has("quotations"));
    JsonNode many = checked("“We like the old ferry better,” Tom Hale said. ".repeat(2_000));
    assertTrue(many.path("quotations").size() <= 300);
    assertTrue(many.path("unchecked").asInt() > 0, "all were verified");
  }

  private static JsonNode checked(String draft) throws Exception {
    HttpResponse<String> answer = post("/api/v1/drafts/check", draft, "text/plain");
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void theCommandLineAnswersTheSame() throws Exception {
    ProgramRun json = ProgramRun.of(home, "verify", "--json", "--speaker", "Ruth Alder", SAID);
    String asked = "/api/v1/verify?q=" + encoded(SAID) + "&speaker=" + encoded("Ruth Alder");
    assertEquals(get(asked).body(), json.out().strip());
    assertEquals(2, ProgramRun.of(home, "verify", "bridge").code());
    Path draft = Files.writeString(home.resolve("story.txt"), DRAFT);
    ProgramRun failed = ProgramRun.of(home, "check-draft", draft.toString());
    assertEquals(3, failed.code(), failed.err());
    assertTrue(
        failed.out().contains("heavy (number): \"twelve\" stands for \"ten\""), failed.out());
    ProgramRun fine =
        ProgramRun.of(home, "check-draft", draft.toString(), "--fail-on", "denied,spliced");
    assertEquals(0, fine.code(), fine.err());
    assertEquals(
        2, ProgramRun.of(home, "check-draft", draft.toString(), "--fail-on", "false").code());
  }

  @Test
  void aReporterChecksAStoryOnThePage() {
    try (Browser browser = Browser.open(URI.create(served.address() + "/"))) {
      browser.get("/check");
      browser.assertAccessibleInBothThemes();
      browser.run("document.getElementById('draft').value = arguments[0]", DRAFT);
      browser.click("#check button[type=submit]");
      browser.await("!document.getElementById('report').hidden");
      assertEquals(3, browser.all("#text .q").size());
      assertEquals(
          DRAFT.strip(),
          String.valueOf(browser.run("return document.getElementById('text').textContent"))
              .strip());
      assertEquals(List.of("1 ALTERED", "2 NOT HERE", "3 EXACT"), browser.texts("#notes .verdict"));
      assertEquals("twelve", browser.text("#note1 del"));
      assertEquals("ten", browser.text("#note1 ins"));
      browser.type("n");
      browser.await("document.querySelector('#note1[aria-current]')");
      browser.type("n");
      browser.await("document.querySelector('#note2[aria-current]')");
      browser.type("p");
      browser.await("document.activeElement.id === 'quotation1'");
      browser.assertAccessibleInBothThemes();
      browser.width(360);
      browser.assertNoSidewaysScroll();
      browser.normalWidth();
      browser.click("#note1 a.source");
      browser.await("location.pathname.startsWith('/quotes/')");
      assertEquals(List.of(), browser.complaints());
      browser.get("/check");
      browser.typeInto("#draft", "<p>Nobody said anything.</p>");
      browser.type(Keys.TAB, Keys.ENTER);
      browser.await("document.getElementById('status').textContent.startsWith('No quotation')");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body, String type) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(served.address() + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
