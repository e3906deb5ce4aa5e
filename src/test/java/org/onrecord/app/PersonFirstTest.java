package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.search.SearchService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A name that is typed leads to whoever bears it, and a question to who is asked about. */
final class PersonFirstTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern WHO = Pattern.compile("<div id=\"who\">(.*?)</div>", Pattern.DOTALL);

  @TempDir private static Path folder;
  private static ServedArchive served;

  @BeforeAll
  static void start() throws IOException {
    served =
        ServedArchive.open(
            folder,
            archive -> {
              RegistryAliases names = new RegistryAliases();
              return HttpServer.start(
                  new SearchService(archive.backend(), names, names), "127.0.0.1", 0);
            });
    served.put(
        article("dawn")
            .on("2024-11-07")
            .title("Orwick, Orwick")
            .paragraph("The ferry leaves Elmsea at dawn and nobody pays for it, she said.")
            .mention("she", "Nelda Orwick")
            .said("The ferry leaves Elmsea at dawn and nobody pays for it", "Nelda Orwick", "GRN")
            .paragraph("Orwick.")
            .mention("Orwick", "Nelda Orwick")
            .paragraph("The harbour council heard of the bridge from Orwick in a long session.")
            .mention("Orwick", "Nelda Orwick"),
        article("two")
            .on("2024-11-09")
            .paragraph("A bridge is what we need, said Tom Quarley.")
            .said("A bridge is what we need", "Tom Quarley", "")
            .paragraph("A tunnel is what we need, said Ned Quarley.")
            .said("A tunnel is what we need", "Ned Quarley", ""));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  private static String encoded(String q) {
    return URLEncoder.encode(q, StandardCharsets.UTF_8);
  }

  private static String who(String q) throws Exception {
    String page = served.get("/?q=" + encoded(q)).body();
    Matcher matcher = WHO.matcher(page);
    assertTrue(matcher.find(), page);
    return matcher.group(1).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
  }

  private static JsonNode search(String q) throws Exception {
    return JSON.readTree(served.get("/api/v1/search?q=" + encoded(q)).body());
  }

  private static String explained(String q) throws Exception {
    return search(q).at("/query/explained").asString();
  }

  @Test
  void nameShowsWhoItIsAndTheirNewestWords() throws Exception {
    for (String name : List.of("Nelda Orwick", "nelda orwick", "Orwick")) {
      assertEquals(
          "Nelda Orwick Said by Nelda Orwick 1 quotation About Nelda Orwick 3 passages"
              + " Last on 7 Nov 2024 The ferry leaves Elmsea at dawn and nobody pays for it",
          who(name));
    }
  }

  @Test
  void nameWithOtherWordsLeadsToTheirWordsOnThem() throws Exception {
    assertEquals(
        "Said by Nelda Orwick 1 quotation About Nelda Orwick 1 passage", who("orwick ferry"));
    assertEquals("About Nelda Orwick 1 passage", who("Orwick on the bridge"));
    assertEquals("", who("ferry bridge"));
    assertEquals("", who("Orwick OR ferry"));
  }

  @Test
  void nameThatSeveralBearIsNobodys() throws Exception {
    assertEquals("", who("Quarley"));
    assertTrue(who("Tom Quarley").startsWith("Tom Quarley Said by"), who("Tom Quarley"));
  }

  @Test
  void questionIsUnderstoodAndSaysHow() throws Exception {
    assertEquals(
        "speaker is \"Nelda Orwick\" AND ferry, in paragraphs",
        explained("what did Orwick say about the ferry?"));
    assertEquals(1, search("what did Orwick say about the ferry?").get("total").asInt());
    assertEquals("ferry, in paragraphs", explained("who said anything about the ferry"));
    assertEquals(
        "party is GRN AND ferry, in paragraphs", explained("what did the GRN say about ferry"));
    assertEquals(
        "Said by Nelda Orwick 1 quotation About Nelda Orwick 1 passage",
        who("what did Orwick say about the ferry"));
  }

  @Test
  void questionOfNobodyStaysWords() throws Exception {
    assertEquals(
        "any of the words quarley OR say OR bridge or of the same root, in paragraphs",
        explained("what did Quarley say about bridge"));
  }

  @Test
  void connectorsOfOthersAreOfferedInOurs() throws Exception {
    for (String[] each :
        new String[][] {
          {"ferry NEAR/x bridge", "ferry+NEAR%2F5+bridge"},
          {"ferry /3 bridge", "ferry+NEAR%2F3+bridge"},
          {"ferry w/s bridge", "ferry+NEAR%2FS+bridge"},
          {"ferr! bridge", "ferr*+bridge"},
          {"ferry | bridge", "ferry+OR+bridge"}
        }) {
      String page = served.get("/?q=" + encoded(each[0])).body();
      assertTrue(page.contains("href=\"/?q=" + each[1] + "\""), each[0] + page);
    }
  }

  @Test
  void smallOperatorsAreOfferedInCapitals() throws Exception {
    assertTrue(served.get("/?q=ferry+or+bridge").body().contains("href=\"/?q=ferry+OR+bridge\""));
    assertFalse(served.get("/?q=ferry+bridge").body().contains("in capitals"));
  }

  @Test
  void passageThatSaysSomethingStandsBeforeHeadlineAndName() throws Exception {
    List<String> ids = new ArrayList<>();
    search("Orwick").get("hits").forEach(hit -> ids.add(hit.get("id").asString()));
    assertEquals(4, ids.size());
    assertTrue(List.of("dawn~p1", "dawn~p3").contains(ids.getFirst()), ids.toString());
    assertFalse(ids.subList(0, 2).contains("dawn~p2"), ids.toString());
  }
}
