package org.onrecord.page.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;

class FacetBoxTest {
  private static final Address ADDRESS = new Address(Map.of("q", List.of("ferry")));

  /** With values of which every seventh is ticked. */
  private static FacetBox box(Facet facet, int values, int others) {
    List<FacetCounts.Value> counted =
        IntStream.rangeClosed(1, values)
            .mapToObj(i -> new FacetCounts.Value("value " + i, 100 - i, i % 7 == 0))
            .toList();
    return FacetBox.of(new FacetCounts.Values(facet, counted, others, 0), ADDRESS);
  }

  @Test
  void whatFewNarrowByIsShort() {
    FacetBox outlets = box(Facet.OUTLET, 10, 3);
    assertEquals(6, outlets.items().size());
    assertEquals("value 7", outlets.items().getFirst().value());
    assertEquals(7, outlets.others());
    assertEquals("/?q=ferry&more=outlet#facet-outlet", outlets.more());
  }

  @Test
  void nothingIsHiddenForOneValue() {
    FacetBox outlets = box(Facet.OUTLET, 6, 0);
    assertEquals(6, outlets.items().size());
    assertNull(outlets.more());
  }

  @Test
  void whatMostNarrowByIsLonger() {
    assertEquals(8, box(Facet.SPEAKER, 8, 0).items().size());
    assertEquals(8, box(Facet.PARTY, 10, 0).items().size());
  }
}
