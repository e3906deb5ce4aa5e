package org.onrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.app.ProgramRun;
import org.onrecord.cli.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample article, from its file to the answers of the service. */
class EndToEndTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SEARCH = "q=Trump+Imran+Khan";
  private static final Set<String> WORDS = Set.of("trump", "imran", "khan");

  @TempDir private static Path folder;
  private static Service.Running service;
  private static HttpClient client;

  @BeforeAll
  static void serveSample() throws IOException {
    ProgramRun run = ProgramRun.of(folder, "index", "seeds");
    assertEquals(0, run.code(), run.err());
    service = ProgramRun.serve(folder.resolve("index"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    service.close();
  }

  @Test
  void formerPrimeMinisterIsFoundByHisName() throws Exception {
    JsonNode hit = hitWith(search(SEARCH), "I hope Trump will at least be neutral");
    assertEquals(4, hit.at("/paragraph").intValue());
    assertTrue(hit.at("/text").stringValue().contains("the former prime minister"));
    assertFalse(hit.at("/text").stringValue().contains("Khan"));
    JsonNode quotation = hit.at("/quotations/0");
    assertTrue(quotation.at("/content").stringValue().startsWith("I hope Trump will at least be"));
    assertEquals("direct", quotation.at("/kind").stringValue());
    assertFalse(quotation.at("/marked").booleanValue());
    assertEquals("he", quotation.at("/source").stringValue());
    assertEquals("Imran Khan", quotation.at("/speaker/name").stringValue());
    assertEquals("PTI", quotation.at("/party/name").stringValue());
    assertTrue(hit.at("/mentions").toString().contains("\"Imran Khan\""));
  }

  @Test
  void offsetsOfAQuotationAreItsWords() throws Exception {
    for (JsonNode hit : search("size=100").at("/hits")) {
      for (JsonNode quotation : hit.at("/quotations")) {
        if (quotation.at("/segments").size() == 1) {
          assertEquals(
              quotation.at("/content").stringValue(),
              cut(hit.at("/text").stringValue(), quotation));
        }
      }
    }
  }

  @Test
  void highlightsAreTheWordsOfTheQuery() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (JsonNode hit : search(SEARCH).at("/hits")) {
      for (JsonNode snippet : hit.at("/snippets")) {
        assertFalse(snippet.at("/highlights").isEmpty(), snippet::toString);
        for (JsonNode span : snippet.at("/highlights")) {
          String word = cut(snippet.at("/text").stringValue(), span).toLowerCase(Locale.ROOT);
          assertTrue(WORDS.contains(word.replaceFirst("['’]s$", "")), word);
          seen.add(word.replaceFirst("['’]s$", ""));
        }
      }
    }
    assertEquals(WORDS, seen);
  }

  @TestFactory
  Stream<DynamicTest> everyCountIsWhatSelectingTheValueReturns() throws Exception {
    return Stream.of(SEARCH, "type=quote", SEARCH + "&type=any", "q=Pakistan")
        .flatMap(search -> Stream.of("party", "speaker", "kind").map(f -> promise(search, f)));
  }

  private static DynamicTest promise(String search, String facet) {
    return DynamicTest.dynamicTest(
        search + " by " + facet,
        () -> {
          Map<String, Long> counts = counts(search(search), facet);
          for (Map.Entry<String, Long> promised : counts.entrySet()) {
            JsonNode selected = search(search + "&" + parameter(facet, promised.getKey()));
            assertEquals(promised.getValue(), total(selected), promised.getKey());
            assertEquals(counts, counts(selected, facet), "the facet's other counts stay");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"party, PTI, PML-N", "speaker, Zulfi Bukhari, Khawaja Asif"})
  void secondValueAdds(String facet, String first, String second) throws Exception {
    Map<String, Long> counts = counts(search("type=quote"), facet);
    JsonNode one = search("type=quote&" + parameter(facet, first));
    JsonNode both =
        search("type=quote&" + parameter(facet, first) + "&" + parameter(facet, second));
    assertEquals(counts.get(first), total(one));
    assertEquals(counts.get(first) + counts.get(second), total(both));
    assertEquals(counts, counts(both, facet));
  }

  @Test
  void partyOfQuotationsIsTheSpeakersOnly() throws Exception {
    JsonNode found = search("type=quote&party=PML-N");
    assertTrue(total(found) > 0);
    for (JsonNode hit : found.at("/hits")) {
      assertEquals("Khawaja Asif", hit.at("/quotation/speaker/name").stringValue());
    }
  }

  @Test
  void formerPartyIsNoParty() throws Exception {
    JsonNode found = search("type=quote&speaker=Fawad+Chaudhry");
    assertTrue(total(found) > 0);
    for (JsonNode hit : found.at("/hits")) {
      assertTrue(hit.at("/quotation/party").isNull());
      assertEquals("PTI", hit.at("/quotation/formerParty/name").stringValue());
    }
  }

  @Test
  void valuesMatchByAliasAndInAnyCase() throws Exception {
    long promised = counts(search("type=quote"), "party").get("PTI");
    assertEquals(promised, total(search("type=quote&party=pti")));
    assertEquals(
        promised, total(search("type=quote&" + parameter("party", "Pakistan Tehreek-e-Insaf"))));
  }

  @Test
  void linksLeadToTheSameWords() throws Exception {
    for (String type : Set.of("paragraph", "quote")) {
      JsonNode hit = search("q=neutral&type=" + type).at("/hits/0");
      JsonNode self = answer(hit.at("/links/self").stringValue(), 200);
      assertEquals(hit.at("/id"), self.at("/id"));
      assertEquals(hit.at("/text"), self.at("/text"));
      JsonNode article =
          answer(hit.at("/links/article").stringValue().replaceFirst("#.*", ""), 200);
      assertTrue(article.toString().contains("I hope Trump will at least be neutral"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour=red            | colour | -1 | \"colour\" is no parameter here.",
        "facets=size           | facets | -1 | \"size\" is no facet.",
        "from=32+May           | from   | -1 | from is \"32 May\", which is no day",
        "to=2024-02-30         | to     | -1 | to is \"2024-02-30\", which is no day",
        "size=101              | size   | -1 | size is a whole number from 0 to 100",
        "q=Khan+%28Trump       | q      | 5  | This parenthesis is never closed",
        "q=%F0%9F%98%80+%22off | q      | 2  | This quotation mark is never closed",
      })
  void problemNamesParameterAndPosition(String query, String parameter, int position, String detail)
      throws Exception {
    JsonNode problem = answer("/api/v1/search?" + query, 400);
    assertEquals(400, problem.at("/status").intValue());
    assertEquals(parameter, problem.at("/errors/0/parameter").stringValue());
    assertEquals(position, problem.at("/errors/0/position").asInt(-1));
    assertTrue(problem.at("/detail").stringValue().startsWith(detail), problem::toString);
  }

  private static String parameter(String facet, String value) {
    return facet + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static JsonNode search(String query) throws IOException, InterruptedException {
    return answer("/api/v1/search?" + query, 200);
  }

  private static JsonNode answer(String path, int status) throws IOException, InterruptedException {
    URI address = service.address().resolve(path);
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static long total(JsonNode found) {
    return found.at("/total").longValue();
  }

  private static Map<String, Long> counts(JsonNode found, String facet) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (JsonNode value : found.at("/facets/" + facet + "/values")) {
      counts.put(value.at("/value").stringValue(), value.at("/count").longValue());
    }
    assertFalse(counts.isEmpty(), facet);
    return counts;
  }

  private static JsonNode hitWith(JsonNode found, String words) {
    for (JsonNode hit : found.at("/hits")) {
      if (hit.at("/text").stringValue().contains(words)) {
        return hit;
      }
    }
    throw new AssertionError("no hit says: " + words + " in " + found);
  }

  /** The text from {@code start} to {@code end}, in code points. */
  private static String cut(String text, JsonNode span) {
    return text.substring(
        text.offsetByCodePoints(0, span.at("/start").intValue()),
        text.offsetByCodePoints(0, span.at("/end").intValue()));
  }
}
