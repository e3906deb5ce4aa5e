package org.onrecord.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;

final class SearchParametersTest {

  @Test
  void nothingAsksForTenParagraphsWithEveryFacet() {
    SearchRequest request = asked(Map.of());
    assertEquals(SearchRequest.of(""), request);
  }

  @Test
  void everyParameterIsRead() {
    SearchRequest request =
        asked(
            Map.ofEntries(
                Map.entry("q", List.of("floods")),
                Map.entry("type", List.of("ANY")),
                Map.entry("match", List.of("any")),
                Map.entry("syntax", List.of("Lucene")),
                Map.entry("speaker", List.of("A", "B")),
                Map.entry("kind", List.of("Direct")),
                Map.entry("from", List.of("2024-02-29")),
                Map.entry("to", List.of("2024-02-29")),
                Map.entry("sort", List.of("newest")),
                Map.entry("size", List.of("100")),
                Map.entry("after", List.of("x")),
                Map.entry("facets", List.of("party, Speaker", "date")),
                Map.entry("interval", List.of("year"))));
    assertEquals(EnumSet.allOf(DocumentType.class), request.types());
    assertEquals(MatchMode.ANY, request.match());
    assertEquals(QuerySyntax.LUCENE, request.syntax());
    assertEquals(
        Map.of(Facet.SPEAKER, List.of("A", "B"), Facet.KIND, List.of("direct")), request.filters());
    assertEquals(LocalDate.of(2024, 2, 29), request.from());
    assertEquals(SortOrder.NEWEST, request.sort());
    assertEquals(100, request.size());
    assertEquals("x", request.after());
    assertEquals(Set.of(Facet.PARTY, Facet.SPEAKER, Facet.DATE), request.facets());
    assertEquals(DateInterval.YEAR, request.interval());
  }

  @Test
  void emptyFieldsOfAFormCountAsNotGiven() {
    SearchRequest request =
        asked(
            Map.of(
                "from",
                List.of(""),
                "to",
                List.of(" "),
                "party",
                List.of(""),
                "size",
                List.of("")));
    assertNull(request.from());
    assertEquals(Map.of(), request.filters());
    assertEquals(10, request.size());
  }

  @Test
  void noneMeansNoFacets() {
    assertEquals(Set.of(), asked(Map.of("facets", List.of("none"))).facets());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type|page|type is paragraph, quote, any, not \"page\".",
        "match|most|match is all, any, not \"most\".",
        "syntax|solr|syntax is onrecord, lucene, not \"solr\".",
        "kind|loud|kind is direct, indirect, mixed, not \"loud\".",
        "polarity|none|polarity is affirmed, denied, asked, hypothetical, refused, unsaid, not"
            + " \"none\".",
        "unsaid|yes|unsaid is leave, include, not \"yes\".",
        "minConfidence|90|minConfidence is a number from 0 to 1, such as 0.9, not \"90\".",
        "minConfidence|1.5|minConfidence is a number from 0 to 1, such as 0.9, not \"1.5\".",
        "minSpeakerConfidence|NaN|minSpeakerConfidence is a number from 0 to 1, such as 0.9, not"
            + " \"NaN\".",
        "sort|best|sort is relevance, recent, newest, oldest, not \"best\".",
        "interval|hour|interval is day, week, month, year, not \"hour\".",
        "from|2024-13-40|from is \"2024-13-40\", which is no day: write it as 2024-11-07.",
        "to|2023-02-29|to is \"2023-02-29\", which is no day: write it as 2024-11-07.",
        "to|7 Nov 2024|to is \"7 Nov 2024\", which is no day: write it as 2024-11-07.",
        "from|+10000-01-01|from is \"+10000-01-01\", which is no day: write it as 2024-11-07.",
        "size|-1|size is a whole number from 0 to 100, not \"-1\".",
        "size|101|size is a whole number from 0 to 100, not \"101\".",
        "size|99999999999|size is a whole number from 0 to 100, not \"99999999999\".",
        "size|ten|size is a whole number from 0 to 100, not \"ten\".",
      })
  void refusedValueIsNamedWithWhatWouldDo(String parameter, String value, String detail) {
    assertEquals(
        List.of(new ParameterError(parameter, null, detail)),
        refused(Map.of(parameter, List.of(value))));
  }

  @Test
  void unknownParameterIsToldWhichOnesThereAre() {
    ParameterError error = refused(Map.of("speakr", List.of("x"))).getFirst();
    assertEquals("speakr", error.parameter());
    assertTrue(error.detail().startsWith("\"speakr\" is no parameter here. There are: q, type, "));
    assertTrue(
        error
            .detail()
            .endsWith(
                "speaker, party, mention, mentionedParty, outlet, section, author, tag,"
                    + " language, kind, marked, polarity,"
                    + " speaksFor, formerParty, role, gender, unsaid, minConfidence,"
                    + " minSpeakerConfidence, id, url, speakerType,"
                    + " hasParty, minLength, maxLength, from, to,"
                    + " sort, size, after, facets, interval, variants, copies, receipt,"
                    + " fields."));
  }

  @Test
  void unknownFacetsAreNamedOneByOne() {
    List<ParameterError> errors = refused(Map.of("facets", List.of("party,size", "colour")));
    assertEquals(2, errors.size());
    assertTrue(errors.getFirst().detail().startsWith("\"colour\" is no facet. There are: type, "));
  }

  @Test
  void noneAmongFacetsIsRefused() {
    assertTrue(
        refused(Map.of("facets", List.of("none,party"))).getFirst().detail().contains("alone"));
  }

  @Test
  void daysAreGivenInOrder() {
    assertEquals(
        "from (2024-11-08) lies after to (2024-11-07): swap them.",
        refused(Map.of("from", List.of("2024-11-08"), "to", List.of("2024-11-07")))
            .getFirst()
            .detail());
  }

  @Test
  void singleParameterGivenTwiceIsRefused() {
    assertEquals(
        "q is given 2 times: give it once.",
        refused(Map.of("q", List.of("a", "b"))).getFirst().detail());
  }

  @Test
  void longValueIsShortenedInItsMessage() {
    String detail = refused(Map.of("type", List.of("🌊".repeat(5000)))).getFirst().detail();
    assertEquals("type is paragraph, quote, any, not \"" + "🌊".repeat(60) + "…\".", detail);
  }

  private static SearchRequest asked(Map<String, List<String>> given) {
    return assertInstanceOf(
            SearchParameters.Asked.class, SearchForm.SEARCH.read(SearchForm.SEARCH.reader(given)))
        .request();
  }

  private static List<ParameterError> refused(Map<String, List<String>> given) {
    return assertInstanceOf(
            SearchParameters.Refused.class, SearchForm.SEARCH.read(SearchForm.SEARCH.reader(given)))
        .errors();
  }
}
