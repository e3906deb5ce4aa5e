package org.onrecord.backend.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlainQueriesTest {
  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void everyWordOrThePhrase() throws IOException {
    assertEquals(
        json("{\"match\": {\"text\": {\"query\": \"ferry pier\", \"operator\": \"and\"}}}"),
        PlainQueries.of(SearchRequest.of("ferry pier")).at("/query/bool/must"));
    assertEquals(
        json("{\"match_phrase\": {\"text\": \"ferry pier\"}}"),
        PlainQueries.of(SearchRequest.of("\"ferry pier\"")).at("/query/bool/must"));
  }

  @Test
  void typesAndDaysNarrowAllThatIsCounted() throws IOException {
    SearchRequest request =
        SearchRequest.of("ferry")
            .withTypes(Set.of(DocumentType.QUOTE))
            .withDays(LocalDate.of(2024, 11, 7), null);
    assertEquals(
        json(
            "[{\"terms\": {\"type\": [\"quote\"]}}, {\"range\": {\"date\": {\"gte\":"
                + " \"2024-11-07\"}}}]"),
        PlainQueries.of(request).at("/query/bool/filter"));
    SearchRequest both = request.withTypes(Set.of(DocumentType.values())).withDays(null, null);
    assertTrue(PlainQueries.of(both).at("/query/bool/filter").isEmpty());
  }

  @Test
  void facetIsCountedWithoutItsOwnSelection() throws IOException {
    SearchRequest request =
        SearchRequest.of("ferry").with(Facet.PARTY, "GRN").with(Facet.SPEAKER, "Ada Bell");
    JsonNode body = PlainQueries.of(request);
    JsonNode party = json("{\"terms\": {\"party\": [\"GRN\"]}}");
    JsonNode speaker = json("{\"terms\": {\"speaker\": [\"Ada Bell\"]}}");
    assertEquals(2, body.at("/post_filter/bool/filter").size());
    assertEquals(1, body.at("/aggs/party/filter/bool/filter").size());
    assertEquals(speaker, body.at("/aggs/party/filter/bool/filter/0"));
    assertEquals(party, body.at("/aggs/speaker/filter/bool/filter/0"));
    assertEquals(2, body.at("/aggs/outlet/filter/bool/filter").size());
    assertEquals(2, body.at("/aggs/month/filter/bool/filter").size());
    assertEquals("party", body.at("/aggs/party/aggs/values/terms/field").asString());
  }

  @Test
  void whatItDoesNotHaveIsRefused() {
    SearchRequest request = SearchRequest.of("ferry").with(Facet.MENTION, "Ada Bell");
    IOException refused = assertThrows(IOException.class, () -> PlainQueries.of(request));
    assertTrue(refused.toString().contains("narrowed by mention"), refused.toString());
  }
}
