package org.onrecord.page.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressTest {
  private static Address address(String... parameters) {
    Map<String, List<String>> given = new HashMap<>();
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      given.merge(
          parts[0], List.of(parts[1]), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return new Address(given);
  }

  @Test
  void oneSearchHasOneAddress() {
    assertEquals(
        "/?q=bridge+toll&party=PTI&party=AAP",
        address(
                "party=PTI",
                "q=bridge toll",
                "party=AAP",
                "type=paragraph",
                "sort=relevance",
                "match=all",
                "syntax=onrecord",
                "from=",
                "utm_source=x")
            .page());
    assertEquals("/", address("sort=newest").page());
    assertEquals("/?sort=relevance", address("sort=relevance").page());
  }

  @Test
  void narrowingBeginsAtTheFirstPage() {
    Address second = address("q=toll", "after=abc");
    assertEquals("/?q=toll&speaker=Ruth+Alder", second.plus("speaker", "Ruth Alder").page());
    assertEquals("/?q=toll", second.plus("party", "x").unfiltered().page());
    assertEquals(
        "/?q=toll&party=PTI",
        address("q=toll", "party=AAP", "party=PTI").without("party", "aap").page());
  }

  @Test
  void apiIsAskedForPassagesInPlaceOfArticles() {
    assertEquals(
        "/api/v1/export?q=toll%26fare",
        address("q=toll&fare", "type=article", "size=50").api("/api/v1/export"));
  }
}
