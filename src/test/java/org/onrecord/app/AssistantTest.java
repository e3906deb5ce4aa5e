package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Permalinks;
import tools.jackson.databind.JsonNode;

/** The tools, as a client of the protocol calls them: by HTTP and on standard input and output. */
final class AssistantTest {
  private static final Map<String, Map<String, Object>> CALLS = new LinkedHashMap<>();

  static {
    CALLS.put("search_passages", Map.of("query", "harbour ferry", "from", "2024-11-01"));
    CALLS.put("search_quotations", Map.of("speaker", "Ruth Alder", "sort", "oldest"));
    CALLS.put(
        "get_quotation",
        Map.of("id", Permalinks.quotation("bridge", "We have waited ten years for this bridge")));
    CALLS.put("get_article", Map.of("id", "bridge", "limit", 2));
    CALLS.put("verify_quotation", Map.of("quotation", "We have waited ten years for this bridge"));
    CALLS.put("who_said", Map.of("quotation", "waited ten years"));
    CALLS.put("speaker_profile", Map.of("speaker", "Ruth Alder"));
  }

  @TempDir private static Path home;
  private static ServedProgram served;
  private static Assistant assistant;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectory(home.resolve("seeds"));
    Files.writeString(
        home.resolve("seeds/articles.jsonl"),
        article(
                "bridge",
                "The harbour has its bridge",
                "“We have waited ten years for this bridge,” Ruth Alder said on the quay.\\n\\n"
                    + "Tom Hale said that the harbour ferry would sail on beside it for a year."
                    + "\\n\\nTom Hale never said that the ferry was sold.")
            + article(
                "ferry",
                "Ferry to stay",
                "Jim Alder said that the ferry is old.\\n\\nThe ferry costs too much, Marta Quill"
                    + " told the council. She denied that it had leaked.")
            + article("bare", "A debate", "“The bridge is a bridge too far,” Birk said.")
            + article("reserved", "A marsh", "The marsh is dry, Hugh Elm said.")
                .replace("}", ",\"dataMining\":\"DMI-PROHIBITED\"}")
            + article(
                "bearer",
                "A walk",
                "Mandy Birk said that the pier is old. Mandy Birk told the council that the pier"
                    + " is closed.")
            + article(
                "long",
                "A long speech",
                "Marta Quill said that "
                    + "the “lighthouse” of Elmsea is a wonder of the age, é, and ".repeat(80)
                    + "that is all.")
            + article(
                "speech",
                "A short speech",
                "“Lighthouse "
                    + "keepers keep the lamps and keep them well, ".repeat(60)
                    + "” Marta Quill said."));
    served = ServedProgram.start(home, List.of("serve"));
    assistant = Assistant.over(served.address());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    assistant.close();
    served.close();
  }

  private static String article(String id, String title, String body) {
    return """
    {"id":"%s","date":"2024-11-07","outlet":"The Harbour Post","title":"%s","body":"%s"}
    """
        .formatted(id, title, body);
  }

  @Test
  void clientListsAndCallsEveryToolByHttp() {
    everyTool(assistant, served.address());
  }

  @Test
  void clientListsAndCallsEveryToolOfTheCommand() {
    try (Assistant started = Assistant.starting(home, "--public-url", "https://news.example")) {
      everyTool(started, "https://news.example");
    }
  }

  private static void everyTool(Assistant asked, String base) {
    assertEquals("2025-11-25", asked.revision());
    assertEquals(Set.copyOf(CALLS.keySet()), asked.tools().keySet());
    for (Tool tool : asked.tools().values()) {
      assertTrue(tool.annotations().readOnlyHint(), tool.name());
      assertFalse(tool.annotations().destructiveHint(), tool.name());
      JsonNode answer = asked.call(tool.name(), CALLS.getOrDefault(tool.name(), Map.of()));
      assertEquals(7, answer.path("archive").path("articles").asInt(), answer.toString());
      assertEquals("2024-11-07", answer.path("archive").path("from").asString());
      JsonNode cited = answer.has("hits") ? answer.path("hits").path(0) : answer;
      assertEquals("citation", cited.propertyNames().iterator().next(), answer.toString());
      assertTrue(cited.path("citation").asString().startsWith(base + "/"), answer.toString());
    }
  }

  @Test
  void citationsOpen() throws Exception {
    for (String tool : CALLS.keySet()) {
      JsonNode answer = assistant.call(tool, CALLS.getOrDefault(tool, Map.of()));
      JsonNode cited = answer.has("hits") ? answer.path("hits").path(0) : answer;
      String page = cited.path("citation").asString();
      assertEquals(200, Routes.status(page), tool + ": " + page);
    }
  }

  @Test
  void hitHasTheWordsAndWhoSaysThem() {
    JsonNode found =
        assistant.call("search_quotations", Map.of("query", "waited", "speaker", "ruth alder"));
    JsonNode hit = found.path("hits").path(0);
    assertEquals("We have waited ten years for this bridge", hit.path("text").asString());
    assertEquals("Ruth Alder", hit.path("speaker").asString());
    assertEquals("direct", hit.path("kind").asString());
    assertEquals(1, found.path("total").asInt());
    assertFalse(found.path("relaxed").asBoolean());
  }

  @Test
  void unknownNameIsAnsweredWithThoseThatThereAre() {
    for (String tool : List.of("search_quotations", "search_passages")) {
      String told = assistant.refused(tool, Map.of("speaker", "Alder"));
      assertTrue(told.contains("Ruth Alder (1)") && told.contains("Jim Alder (1)"), told);
    }
    String misspelt = assistant.refused("speaker_profile", Map.of("speaker", "Marta Quil"));
    assertTrue(misspelt.contains("Marta Quill ("), misspelt);
    String letters = assistant.refused("search_quotations", Map.of("speaker", "Quull"));
    assertTrue(letters.contains("Marta Quill ("), letters);
    String outlet = assistant.refused("search_passages", Map.of("outlet", "Harbour Pots"));
    assertTrue(outlet.contains("The Harbour Post ("), outlet);
    String nobody = assistant.refused("search_quotations", Map.of("speaker", "Zyx Wvut"));
    assertTrue(nobody.contains("not that there is none"), nobody);
    JsonNode verified =
        assistant.call(
            "verify_quotation",
            Map.of("quotation", "We have waited ten years for this bridge", "speaker", "Alder"));
    assertTrue(verified.path("notes").toString().contains("Ruth Alder (1)"), verified.toString());
  }

  /** Who asks for a surname and finds nothing may well have meant somebody who bears it. */
  @Test
  void nothingOfASurnameIsAnsweredWithItsBearers() {
    JsonNode found = assistant.call("search_quotations", Map.of("speaker", "Birk"));
    assertTrue(found.path("notes").toString().contains("Mandy Birk ("), found.toString());
    String nothing =
        assistant.refused("search_quotations", Map.of("speaker", "Birk", "query", "pier"));
    assertTrue(nothing.contains("Mandy Birk ("), nothing);
  }

  @Test
  void relaxedSearchSaysSo() {
    JsonNode found = assistant.call("search_passages", Map.of("query", "ferry zeppelin"));
    assertTrue(found.path("relaxed").asBoolean(), found.toString());
    assertTrue(found.path("total").asInt() > 0);
  }

  @Test
  void nothingFoundSaysWhatThatMeans() {
    for (String tool : List.of("search_passages", "search_quotations")) {
      JsonNode found = assistant.call(tool, Map.of("query", "zeppelin"));
      assertEquals(0, found.path("total").asInt());
      assertTrue(found.path("notes").toString().contains("not that it was never said"), tool);
    }
    JsonNode verified =
        assistant.call("verify_quotation", Map.of("quotation", "zeppelins are made of cheese"));
    assertEquals("not-here", verified.path("verdict").asString());
    assertTrue(verified.path("citation").isNull());
    assertTrue(verified.path("notes").toString().contains("not that it was never said"));
  }

  @Test
  void changedWordIsTold() {
    JsonNode verified =
        assistant.call(
            "verify_quotation", Map.of("quotation", "We have waited twelve years for this bridge"));
    assertEquals("altered", verified.path("verdict").asString());
    assertTrue(
        verified.path("notes").toString().contains("\\\"ten\\\" in place of \\\"twelve\\\""),
        verified.toString());
  }

  @Test
  void whatIsNotSaidIsNobodysWords() {
    JsonNode hale = assistant.call("search_quotations", Map.of("speaker", "Tom Hale"));
    assertEquals(1, hale.path("total").asInt(), hale.toString());
    JsonNode profile = assistant.call("speaker_profile", Map.of("speaker", "Tom Hale"));
    assertEquals(1, profile.path("quotations").asInt(), profile.toString());
    JsonNode article = assistant.call("get_article", Map.of("id", "bridge"));
    article
        .path("pieces")
        .forEach(
            piece -> {
              boolean unsaid = piece.path("text").asString().contains("never said");
              assertTrue(!unsaid || piece.path("quotations").isEmpty(), piece.toString());
            });
    JsonNode unsaid =
        assistant.call(
            "get_quotation",
            Map.of("id", Permalinks.quotation("bridge", "that the ferry was sold")));
    assertEquals("unsaid", unsaid.path("quotation").path("polarity").asString());
    assertTrue(unsaid.path("quotation").path("speaker").isNull(), unsaid.toString());
    assertTrue(unsaid.path("speakers").isEmpty(), unsaid.toString());
    assertTrue(unsaid.path("notes").toString().contains("nobody's words"), unsaid.toString());
  }

  @Test
  void textThatItsPublisherReservesIsNotRead() {
    JsonNode article = assistant.call("get_article", Map.of("id", "reserved"));
    assertEquals("DMI-PROHIBITED", article.path("dataMining").asString());
    assertTrue(article.path("pieces").isEmpty(), article.toString());
    assertTrue(article.path("next").isNull(), article.toString());
  }

  @Test
  void hitsAreSmallAndVerbatim() {
    for (String tool : List.of("search_passages", "search_quotations", "who_said")) {
      String words = tool.equals("who_said") ? "quotation" : "query";
      for (String asked : List.of("is a wonder of the age", "keep the lamps and keep them well")) {
        JsonNode found = assistant.call(tool, Map.of(words, asked));
        assertFalse(found.path("hits").isEmpty(), tool + " " + found);
        for (JsonNode hit : found.path("hits")) {
          int bytes = hit.toString().getBytes(UTF_8).length;
          assertTrue(bytes <= 2_000, bytes + " bytes: " + hit);
          JsonNode article =
              assistant.call("get_article", Map.of("id", hit.path("article").asString()));
          String text = hit.path("text").asString();
          assertTrue(text.length() > 5 && whole(article).contains(text), hit.toString());
        }
      }
    }
  }

  private static String whole(JsonNode article) {
    StringBuilder whole = new StringBuilder();
    article.path("pieces").forEach(piece -> whole.append(piece.path("text").asString()));
    return whole.toString();
  }

  @Test
  void longArticleIsReadPieceByPiece() {
    StringBuilder read = new StringBuilder();
    JsonNode next = null;
    int answers = 0;
    do {
      Map<String, Object> asked = new LinkedHashMap<>(Map.of("id", "long", "limit", 1));
      if (next != null) {
        asked.put("paragraph", next.path("paragraph").asInt());
        asked.put("offset", next.path("offset").asInt());
      }
      JsonNode answer = assistant.call("get_article", asked);
      assertEquals(1, answer.path("pieces").size());
      read.append(whole(answer));
      next = answer.path("next").isNull() ? null : answer.path("next");
      answers++;
    } while (next != null && answers < 20);
    assertEquals(
        "A long speechMarta Quill said that "
            + "the “lighthouse” of Elmsea is a wonder of the age, é, and ".repeat(80)
            + "that is all.",
        read.toString());
    assertTrue(answers > 3, "it is not long: " + answers);
  }

  @Test
  void pagesFollowOneAnother() {
    JsonNode first = assistant.call("search_passages", Map.of("limit", 2));
    JsonNode second =
        assistant.call(
            "search_passages", Map.of("limit", 2, "after", first.path("next").asString()));
    assertFalse(first.path("hits").path(0).equals(second.path("hits").path(0)));
    assertTrue(assistant.refused("search_passages", Map.of("after", "nonsense")).length() > 10);
  }

  @Test
  void wrongArgumentsAreToldAll() {
    String told =
        assistant.refused(
            "search_quotations",
            Map.of("q", "x", "from", "7.11.2024", "limit", 1_000, "sort", "best", "speaker", 5));
    for (String part :
        List.of(
            "\"q\" is no argument", "written as 2024-11-07", "from 1 to 20", "relevance", "text")) {
      assertTrue(told.contains(part), told);
    }
    assertTrue(assistant.refused("get_quotation", Map.of()).contains("id is missing"));
    assertTrue(assistant.refused("get_article", Map.of("id", "none")).contains("no article"));
    assertTrue(
        assistant
            .refused("get_article", Map.of("id", "x".repeat(5_000)))
            .contains("600 are the most"));
    assertTrue(
        assistant.refused("search_passages", Map.of("query", "\"open")).length() > 10, "a mark");
    assertTrue(
        assistant
            .refused("search_passages", Map.of("from", "2024-11-08", "to", "2024-11-01"))
            .contains("exchange"));
    assertTrue(
        assistant.refused("verify_quotation", Map.of("quotation", "bridge")).contains("two"));
  }
}
