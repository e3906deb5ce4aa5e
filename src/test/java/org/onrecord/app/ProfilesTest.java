package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onrecord.search.SampleArticle.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.registry.DatePeriod;
import org.onrecord.registry.Gender;
import org.onrecord.registry.Membership;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.search.FacetAliases;
import org.onrecord.search.SearchService;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who somebody is, and what is new: profiles, feed and description, from a real index. */
final class ProfilesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private static final Registry REGISTRY =
      new Registry(
          List.of(
              new Person(
                  "ruth-alder",
                  "Ruth Alder",
                  List.of("R. Alder"),
                  Gender.FEMALE,
                  "of Harbour",
                  null,
                  List.of(
                      new Membership(
                          "harbour-party",
                          "leader",
                          new DatePeriod(LocalDate.of(2012, 1, 1), null)),
                      new Membership(
                          "ferry-party",
                          null,
                          new DatePeriod(LocalDate.of(2003, 1, 1), null),
                          LocalDate.of(2009, 6, 30),
                          "everypolitician")))),
          List.of(
              Party.of("harbour-party", "Harbour Party", null),
              new Party(
                  "ferry-party",
                  "Ferry Party",
                  "Ferry Party",
                  List.of(),
                  List.of(),
                  "IE",
                  new DatePeriod(LocalDate.of(1999, 5, 1), LocalDate.of(2010, 1, 1)),
                  "harbour-party",
                  "#00a651")),
          List.of());

  @TempDir private static Path folder;
  private static ServedArchive served;

  @BeforeAll
  static void start() throws IOException {
    FacetAliases none = (facet, value) -> Set.of(value);
    served =
        ServedArchive.open(
            folder,
            archive ->
                HttpServer.start(
                    new SearchService(archive.backend(), none), () -> REGISTRY, "127.0.0.1", 0));
    served.put(
        article("one")
            .on("2024-11-07")
            .in("The <Post> & Sons", "city")
            .title("Bridge\u000b \"opens\" ]]> <b>")
            .paragraph("We waited, Ruth Alder said of Ivy Noon.")
            .mention("Ivy Noon", "Ivy Noon")
            .said("We waited", "Ruth Alder", "Harbour Party"),
        article("two")
            .on("2024-11-09")
            .paragraph("It sinks, Tom Birch said. It floats, Ruth Alder said.")
            .said("It sinks", "Tom Birch", "Free Ferry List")
            .said("It floats", "Ruth Alder", "Harbour Party"));
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return served.get(path);
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  @Test
  void speakerOfTheRegistryHasMembershipsAndCounts() throws Exception {
    JsonNode ruth = json("/api/v1/speakers/ruth-alder");
    assertEquals("Ruth Alder", ruth.get("name").asString());
    assertTrue(ruth.get("known").asBoolean());
    assertEquals("R. Alder", ruth.at("/aliases/0").asString());
    assertEquals("Harbour Party", ruth.at("/memberships/0/name").asString());
    assertEquals("2012-01-01", ruth.at("/memberships/0/from").asString());
    assertTrue(ruth.at("/memberships/0/to").isNull());
    assertEquals(2, ruth.at("/counts/quotations").asInt());
    assertEquals(2, ruth.at("/counts/paragraphs").asInt());
    assertEquals(0, ruth.at("/counts/mentions").asInt());
    assertEquals("2024-11-07", ruth.at("/counts/first").asString());
    assertEquals("2024-11-09", ruth.at("/counts/last").asString());
    assertEquals("Harbour Party", ruth.at("/counts/others/0/value").asString());
    assertEquals(2, json(ruth.at("/links/quotations").asString()).get("total").asInt());
  }

  @Test
  void speakerOfTheArchiveAloneIsFoundByTheIdOfTheHits() throws Exception {
    JsonNode hit = json("/api/v1/search?type=quote&speaker=Tom+Birch");
    String id = hit.at("/hits/0/quotation/speaker/id").asString();
    JsonNode tom = json("/api/v1/speakers/" + id);
    assertEquals("Tom Birch", tom.get("name").asString());
    assertFalse(tom.get("known").asBoolean());
    assertEquals(1, tom.at("/counts/quotations").asInt());
    JsonNode ivy = json("/api/v1/speakers/ivy-noon");
    assertEquals(0, ivy.at("/counts/quotations").asInt());
    assertEquals(1, ivy.at("/counts/mentions").asInt());
    assertTrue(ivy.at("/counts/first").isNull());
  }

  @Test
  void partyTellsWhoSpokeForIt() throws Exception {
    JsonNode harbour = json("/api/v1/parties/harbour-party");
    assertTrue(harbour.get("known").asBoolean());
    assertEquals("Ruth Alder", harbour.at("/members/0/name").asString());
    assertEquals("Ruth Alder", harbour.at("/counts/others/0/value").asString());
    assertEquals(2, harbour.at("/counts/others/0/count").asInt());
    JsonNode ferry = json("/api/v1/parties/" + partyOf("Tom+Birch"));
    assertFalse(ferry.get("known").asBoolean());
    assertEquals(1, ferry.at("/counts/quotations").asInt());
  }

  private String partyOf(String speaker) throws IOException, InterruptedException {
    JsonNode found = json("/api/v1/search?type=quote&speaker=" + speaker);
    return found.at("/hits/0/quotation/party/id").asString().replace(" ", "%20");
  }

  @Test
  void nobodyIsNotFound() throws Exception {
    for (String path :
        List.of("speakers/nobody", "speakers/-", "speakers/alder", "parties/list", "parties/%00")) {
      assertEquals(404, get("/api/v1/" + path).statusCode(), path);
    }
  }

  @Test
  void feedIsWellFormedWhateverTheTextHolds() throws Exception {
    HttpResponse<String> answer = get("/api/v1/feed.atom?type=any&q=");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "application/atom+xml;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    Element feed = parsed(answer.body()).getDocumentElement();
    assertEquals("feed", feed.getLocalName());
    assertEquals("2024-11-09T00:00:00Z", text(feed, "updated", 0));
    List<Element> entries =
        IntStream.range(0, feed.getElementsByTagNameNS(ATOM, "entry").getLength())
            .mapToObj(i -> (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(i))
            .toList();
    assertEquals(6, entries.size());
    assertEquals(6, entries.stream().map(e -> text(e, "id", 0)).distinct().count());
    for (Element entry : entries) {
      assertFalse(text(entry, "title", 0).isBlank());
      assertTrue(text(entry, "updated", 0).matches("2024-11-0[79]T00:00:00Z"));
      assertTrue(text(entry, "id", 0).startsWith(served.url().toString()));
    }
    assertTrue(
        entries.stream()
            .anyMatch(
                e -> text(e, "title", 0).equals("Bridge\ufffd \"opens\" ]]> <b>, paragraph 1")));
    assertTrue(entries.stream().anyMatch(e -> text(e, "content", 0).equals("It sinks")));
    assertTrue(answer.body().contains("<name>The &lt;Post&gt; &amp; Sons</name>"));
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        served.send(
            served.request("/api/v1/feed.atom?type=any&q=").header("If-None-Match", tag),
            BodyHandlers.ofString());
    assertEquals(304, again.statusCode());
  }

  @Test
  void descriptionNamesTheAddressesThatAnswer() throws Exception {
    Element description = parsed(get("/opensearch.xml").body()).getDocumentElement();
    assertEquals("OpenSearchDescription", description.getLocalName());
    for (int i = 0; i < 2; i++) {
      Element url = (Element) description.getElementsByTagNameNS("*", "Url").item(i);
      String address = url.getAttribute("template").replace("{searchTerms}", "ferry");
      assertTrue(address.startsWith(served.url().toString()), address);
      assertEquals(200, get(address.substring(served.url().toString().length() - 1)).statusCode());
    }
  }

  private static String text(Element parent, String name, int index) {
    return parent.getElementsByTagNameNS(ATOM, name).item(index).getTextContent();
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsOnlyLastKnownIsToldSo() throws IOException, InterruptedException {
    JsonNode memberships =
        JSON.readTree(get("/api/v1/speakers/ruth-alder").body()).get("memberships");
    assertEquals("2009-06-30", memberships.get(1).get("lastKnown").asString());
    assertTrue(memberships.get(0).get("lastKnown").isNull());
    assertTrue(get("/speakers/ruth-alder").body().contains(", last known in 2009"));
  }

  @Test
  void aPartysColourAndSuccessorAreTold() throws IOException, InterruptedException {
    JsonNode party = JSON.readTree(get("/api/v1/parties/ferry-party").body());
    assertEquals("#00a651", party.get("colour").asString());
    assertEquals("harbour-party", party.get("mergedInto").get("id").asString());
    String page = get("/parties/ferry-party").body();
    assertTrue(page.contains("fill=\"#00a651\""), page);
    assertTrue(page.contains("merged into Harbour Party"), page);
  }
}
