package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.RegistryAliases;
import org.onrecord.search.SearchService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a search is narrowed by beside facets and days, how it is paged, and what it is told. */
final class SearchBoundsRouteTest {
  private static final JsonMapper JSON = new JsonMapper();

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
            .at("https://www.post.example/city/ferry?page=2#top")
            .on("2024-11-07")
            .in("Harbour Post", "City")
            .labelled(List.of("Marta Quill"), List.of("harbours"), "en")
            .paragraph("“The ferry left Harbour at dawn,” said Ruth Alder.")
            .said("The ferry left Harbour at dawn", "Ruth Alder", "Harbour Party"),
        article("pier")
            .at("http://post.example:80/pier")
            .on("2024-11-08")
            .paragraph("“It lies at the pier,” said Tom Hale.")
            .said("It lies at the pier", "Tom Hale", "")
            .paragraph("“No ferry,” a clerk said.")
            .saidByUnnamed("No ferry", "a clerk"),
        article("kept")
            .on("2024-11-09")
            .member("dataMining", "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED")
            .paragraph("“The ferry is ours,” said Ruth Alder.")
            .said("The ferry is ours", "Ruth Alder", "Harbour Party"),
        article("trained")
            .on("2024-11-09")
            .member("dataMining", "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-AIMLTRAINING")
            .paragraph("“The ferry is theirs,” said Tom Hale.")
            .said("The ferry is theirs", "Tom Hale", "Ferry Party"));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  private static JsonNode answer(int status, String query) throws Exception {
    HttpResponse<String> answer = served.get("/api/v1/search?" + query);
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static List<String> found(String query) throws Exception {
    List<String> articles = new ArrayList<>();
    answer(200, "type=quote&sort=oldest&size=50&" + query)
        .get("hits")
        .forEach(hit -> articles.add(hit.at("/article/id").asString()));
    return articles;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void partyKindOfSpeakerAndIdNarrow() throws Exception {
    assertEquals(List.of("dawn", "kept", "trained"), found("hasParty=true"));
    assertEquals(List.of("pier", "pier"), found("hasParty=false"));
    assertEquals(List.of("dawn", "pier", "kept", "trained"), found("speakerType=person"));
    assertEquals(List.of(), found("speakerType=organisation"));
    assertEquals(List.of("pier"), found("speakerType=unnamed"));
    JsonNode byId = answer(200, "sort=oldest&id=dawn&id=none&id=" + encoded("pier~p2"));
    assertEquals(2, byId.get("total").asInt());
    assertEquals("dawn~p1", byId.at("/hits/0/id").asString());
    assertEquals("pier~p2", byId.at("/hits/1/id").asString());
    assertEquals(List.of("kept"), found("id=kept&q=ours"));
    String explained = answer(200, "type=quote&hasParty=true").at("/query/explained").asString();
    assertEquals("everything, in quotations, with a party", explained);
    assertEquals(
        3,
        answer(200, "type=quote&hasParty=true&facets=speaker")
                .at("/facets/speaker/values/0/count")
                .asInt()
            + answer(200, "type=quote&hasParty=true&facets=speaker")
                .at("/facets/speaker/values/1/count")
                .asInt());
  }

  @Test
  void addressesAndHostsNarrow() throws Exception {
    assertEquals(List.of("dawn", "pier", "pier"), found("url=post.example"));
    assertEquals(List.of("dawn", "pier", "pier"), found("url=" + encoded("https://Post.example/")));
    assertEquals(List.of("dawn"), found("url=www.post.example"));
    assertEquals(List.of(), found("url=ost.example"));
    assertEquals(
        List.of("dawn"), found("url=" + encoded("http://www.post.example/city/ferry?page=2")));
    assertEquals(List.of(), found("url=" + encoded("http://www.post.example/city/ferry")));
    assertEquals(List.of("pier", "pier"), found("url=" + encoded("post.example/pier")));
    assertEquals(
        List.of("dawn", "pier", "pier"), found("url=www.post.example&url=post.example%2Fpier"));
    assertEquals(
        "everything, in quotations, from post.example",
        answer(200, "type=quote&url=post.example").at("/query/explained").asString());
    answer(400, "type=quote" + "&url=post.example".repeat(101));
  }

  @Test
  void lengthIsThatOfQuotations() throws Exception {
    assertEquals(List.of("dawn"), found("minLength=25"));
    assertEquals(List.of("pier"), found("maxLength=10"));
    assertEquals(List.of("kept"), found("minLength=17&maxLength=18"));
    String detail = answer(400, "minLength=5").at("/errors/0/detail").asString();
    assertTrue(detail.contains("type=quote"), detail);
    answer(400, "type=quote&minLength=5&maxLength=4");
  }

  @Test
  void hitsCarryWhatTheirArticlesAre() throws Exception {
    JsonNode article = answer(200, "type=quote&q=dawn").at("/hits/0/article");
    assertEquals("City", article.get("section").asString());
    assertEquals("Marta Quill", article.at("/authors/0").asString());
    assertEquals("harbours", article.at("/tags/0").asString());
    assertEquals("en", article.get("language").asString());
  }

  @Test
  void hitsHaveTheMembersThatAreAskedFor() throws Exception {
    JsonNode hit =
        answer(
                200,
                "type=quote&q=dawn&fields=id,article.title,article.tags&fields=quotation.speaker")
            .at("/hits/0");
    assertEquals(
        "{\"id\":\""
            + hit.get("id").asString()
            + "\",\"article\":{\"title\":null,"
            + "\"tags\":[\"harbours\"]},\"quotation\":{\"speaker\":{\"name\":\"Ruth Alder\","
            + "\"id\":\"ruth-alder\",\"type\":\"person\"}}}",
        hit.toString());
    String detail = answer(400, "fields=id,titel").at("/errors/0/detail").asString();
    assertTrue(detail.startsWith("\"titel\" is no member of a hit. There are: article, "), detail);
    assertTrue(detail.contains(", quotation.speaker.name, "), detail);
    answer(400, "fields=id&receipt=true");
  }

  @Test
  void sizeMayBeNothing() throws Exception {
    JsonNode answer = answer(200, "type=quote&q=ferry&size=0&facets=party");
    assertEquals(4, answer.get("total").asInt());
    assertEquals(0, answer.get("hits").size());
    assertTrue(answer.get("next").isNull());
    assertEquals(2, answer.at("/facets/party/values").size());
  }

  @Test
  void cursorOfAnotherSearchIsRefused() throws Exception {
    String first = "type=quote&sort=oldest&size=2&q=ferry";
    String next = answer(200, first).get("next").asString();
    assertEquals(2, answer(200, first + "&after=" + next).get("hits").size());
    assertEquals(2, answer(200, first + "&facets=none&after=" + next).get("hits").size());
    for (String other :
        List.of(
            first + "&party=" + encoded("Harbour Party"),
            first + "&from=2024-11-01",
            first + "&hasParty=true",
            first + "&copies=unfold",
            "type=quote&sort=oldest&size=2&q=pier",
            "type=any&sort=oldest&size=2&q=ferry")) {
      String detail = answer(400, other + "&after=" + next).at("/errors/0/detail").asString();
      assertTrue(detail.contains("another search"), other + ": " + detail);
    }
  }

  @Test
  void valuesThatNothingHasAreTold() throws Exception {
    JsonNode one = answer(200, "type=quote&party=" + encoded("Harbor Party"));
    JsonNode unknown = one.at("/query/unknown/0");
    assertEquals("party", unknown.get("parameter").asString());
    assertEquals("Harbor Party", unknown.get("value").asString());
    List<String> like = new ArrayList<>();
    unknown.get("like").forEach(value -> like.add(value.asString()));
    Collections.sort(like);
    assertEquals(List.of("Ferry Party", "Harbour Party"), like);
    JsonNode misspelt = answer(200, "type=quote&speaker=Aldr").at("/query/unknown/0");
    assertEquals(
        "The archive has no speaker \"Aldr\". Did you mean Ruth Alder?",
        misspelt.get("detail").asString());
    assertEquals(
        1,
        answer(200, "type=quote&speaker=Nobody&speaker=" + encoded("Ruth Alder"))
            .at("/query/unknown")
            .size());
    assertEquals(
        0,
        answer(200, "speaker=" + encoded("Ruth Alder") + "&q=nothing").at("/query/unknown").size());
  }

  @Test
  void exportLeavesOutWhatPublishersReserve() throws Exception {
    String path = "/api/v1/export?type=quote&format=jsonl&q=ferry";
    assertEquals(3, served.get(path).body().lines().count());
    assertTrue(served.get(path).body().contains("theirs"), "only learning is forbidden");
    assertEquals(4, served.get(path + "&reserved=include").body().lines().count());
    assertEquals(4, answer(200, "type=quote&q=ferry").get("total").asInt());
  }
}
