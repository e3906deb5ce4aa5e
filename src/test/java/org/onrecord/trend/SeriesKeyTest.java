package org.onrecord.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;

final class SeriesKeyTest {
  private static SeriesKey key(String text) {
    return SeriesKey.parse(text).orElseThrow();
  }

  @Test
  void isWhatItIsOfAndAValue() {
    assertEquals(new SeriesKey(Facet.SPEAKER, "Ruth Alder"), key("Speaker: Ruth Alder "));
    assertEquals(new SeriesKey(null, "ferry OR date:2024"), key("q:ferry OR date:2024"));
    assertEquals("speaker:Ruth Alder", key("speaker:Ruth Alder").text());
    for (String wrong : List.of("Ruth Alder", "speaker:", "nothing:x", "date:2024", "type:quote")) {
      assertEquals(Optional.empty(), SeriesKey.parse(wrong), wrong);
    }
  }

  @Test
  void narrowsASearch() {
    SearchRequest search = SearchRequest.of("ferry OR bridge").with(Facet.OUTLET, "Herald");
    SearchRequest by = key("speaker:Ruth Alder").in(search);
    assertEquals(List.of("Ruth Alder"), by.filters().get(Facet.SPEAKER));
    assertEquals(List.of("Herald"), by.filters().get(Facet.OUTLET));
    assertEquals("(ferry OR bridge) (tax)", key("q:tax").in(search).q());
    assertEquals("tax", key("q:tax").in(SearchRequest.of("")).q());
    assertEquals(
        "+(ferry OR bridge) +(tax)", key("q:tax").in(search.withSyntax(QuerySyntax.LUCENE)).q());
    assertEquals(search, SeriesKey.EVERYTHING.in(search));
  }

  @Test
  void collidesWithAFilterOfItsKind() {
    SearchRequest search = SearchRequest.of("").with(Facet.OUTLET, "Herald");
    assertTrue(key("outlet:Tribune").collidesWith(search));
    assertFalse(key("speaker:Ruth Alder").collidesWith(search));
    assertFalse(key("q:outlet:Tribune").collidesWith(search));
  }
}
