package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.article.PartyRef;
import org.onrecord.search.SearchService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two parties of one short name, through the whole service. */
class PartyIdentityTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final PartyRef CANADIAN = new PartyRef("ca-conservative", "Conservative");
  private static final PartyRef BRITISH = new PartyRef("uk-conservative", "Conservative");
  private static final PartyRef PTI = new PartyRef("pti", "PTI");

  @TempDir private static Path folder;
  private static ServedArchive served;

  @BeforeAll
  static void start() throws IOException {
    RegistryAliases names = new RegistryAliases();
    served =
        ServedArchive.open(
            folder,
            archive ->
                HttpServer.start(
                    new SearchService(archive.backend(), names, names),
                    names::registry,
                    "127.0.0.1",
                    0));
    served.put(
        article("leeds")
            .paragraph("The ferry sails, Boris Johnson said.")
            .said("The ferry sails", "Boris Johnson", BRITISH)
            .paragraph("The ferry is paid, Rishi Sunak said.")
            .said("The ferry is paid", "Rishi Sunak", BRITISH),
        article("ottawa")
            .paragraph("The ferry sinks, Pierre Poilievre said.")
            .said("The ferry sinks", "Pierre Poilievre", CANADIAN)
            .paragraph("The Tories sank the ferry, Zulfi Bukhari said.")
            .names("Tories", CANADIAN)
            .said("The Tories sank the ferry", "Zulfi Bukhari", PTI));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = served.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static List<String> values(JsonNode answer, String facet) {
    List<String> values = new ArrayList<>();
    for (JsonNode one : answer.at("/facets/" + facet + "/values")) {
      values.add(
          one.get("value").asString()
              + " "
              + one.get("id").asString()
              + " "
              + one.get("count")
              + (one.get("selected").asBoolean() ? "*" : ""));
    }
    return values;
  }

  @Test
  void valuesOfOneNameHaveTheirIdsAndCountries() throws Exception {
    JsonNode all = json("/api/v1/search?q=ferry&facets=party,mentionedParty");
    assertEquals(
        List.of(
            "Conservative (United Kingdom) uk-conservative 2",
            "Conservative (Canada) ca-conservative 1",
            "PTI pti 1"),
        values(all, "party"));
    assertEquals(List.of("Conservative (Canada) ca-conservative 1"), values(all, "mentionedParty"));
    JsonNode selected = json("/api/v1/search?q=ferry&party=ca-conservative&facets=party");
    assertEquals(1, selected.get("total").asInt());
    assertEquals("Conservative (Canada) ca-conservative 1*", values(selected, "party").get(1));
    assertEquals(2, json("/api/v1/search?party=UK-Conservative").get("total").asInt());
  }

  @Test
  void sharedNameFindsAllOfTheirsAndSaysSo() throws Exception {
    for (String name : List.of("Conservative", "tories", "conservative+party")) {
      JsonNode found = json("/api/v1/search?q=ferry&facets=none&party=" + name);
      assertEquals(3, found.get("total").asInt(), name);
      assertEquals(
          "ferry, in paragraphs, party is Conservative (Canada) or Conservative (United Kingdom)",
          found.at("/query/explained").asString());
    }
    JsonNode full = json("/api/v1/search?facets=none&party=Conservative+Party+of+Canada");
    assertEquals(1, full.get("total").asInt());
    assertEquals(
        "everything, in paragraphs, party is Conservative", full.at("/query/explained").asString());
    assertEquals(3, json("/api/v1/search?q=party:tories").get("total").asInt());
    assertEquals(1, json("/api/v1/search?q=party:ca-conservative").get("total").asInt());
  }

  @Test
  void partyThatIsNamedIsFoundByItsOwnParameterAndField() throws Exception {
    for (String query :
        List.of(
            "mentionedParty=tories", "mentionedParty=ca-conservative", "q=mentionedparty:TORY")) {
      JsonNode found = json("/api/v1/search?facets=none&" + query);
      assertEquals(1, found.get("total").asInt(), query);
      assertEquals("ottawa~p2", found.at("/hits/0/id").asString(), query);
    }
  }

  @Test
  void profileIsOfOnePartyAlone() throws Exception {
    JsonNode canadian = json("/api/v1/parties/ca-conservative");
    assertEquals(1, canadian.at("/counts/quotations").asInt());
    assertEquals(1, canadian.at("/counts/paragraphs").asInt());
    assertEquals(1, canadian.at("/counts/mentions").asInt());
    assertEquals(1, canadian.at("/counts/others").size());
    assertEquals(1, json(canadian.at("/links/quotations").asString()).get("total").asInt());
    assertEquals(404, served.get("/api/v1/parties/Conservative").statusCode());
  }

  @Test
  void exportAndFeedGoByIdToo() throws Exception {
    String csv = served.get("/api/v1/export?type=quote&party=uk-conservative").body();
    assertEquals(3, csv.lines().count());
    assertTrue(csv.contains("\"Conservative\",\"uk-conservative\""), csv);
    String feed = served.get("/api/v1/feed.atom?type=quote&party=ca-conservative").body();
    assertTrue(feed.contains("The ferry sinks") && !feed.contains("The ferry sails"), feed);
  }

  @Test
  void completionMeansOneParty() throws Exception {
    JsonNode completions = json("/api/v1/suggest?q=conserv").get("completions");
    assertEquals("Conservative (United Kingdom)", completions.at("/0/text").asString());
    assertEquals("uk-conservative", completions.at("/0/id").asString());
    assertEquals("Conservative (Canada)", completions.at("/1/text").asString());
  }

  @Test
  void pageTicksAndNamesTheOneThatIsMeant() throws Exception {
    String old = served.get("/?q=ferry&party=Conservative").body().replaceAll("\\s+", " ");
    for (String id : List.of("ca-conservative", "uk-conservative")) {
      assertTrue(old.contains("name=\"party\" value=\"" + id + "\" form=\"find\" checked"), old);
    }
    assertTrue(old.contains("Conservative (Canada)"), old);
    assertTrue(old.contains("/?q=ferry&amp;party=uk-conservative\""), "without the Canadian one");
    assertTrue(old.contains("Party of the speaker") && old.contains("Party mentioned"));
    String one =
        served.get("/?q=ferry&type=quote&party=ca-conservative").body().replaceAll("\\s+", " ");
    assertTrue(one.contains(">Conservative (Canada)</span>"), one);
    String profile = served.get("/parties/ca-conservative").body().replaceAll("\\s+", " ");
    assertTrue(profile.contains("Pierre Poilievre"), profile);
    assertFalse(profile.contains("The ferry sails"), profile);
  }
}
