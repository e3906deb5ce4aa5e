package org.onrecord.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchResult;

/** What an archive holds to begin with: who is quoted and spoken of most. */
final class Tries {
  private Tries() {}

  static List<Reading.Link> of(SearchResult result) {
    List<Reading.Link> tries = new ArrayList<>();
    Map<Facet, String> fields = new EnumMap<>(Facet.class);
    fields.put(Facet.MENTION, "");
    fields.put(Facet.SPEAKER, "speaker:");
    fields.put(Facet.PARTY, "party:");
    for (Facet facet : List.of(Facet.MENTION, Facet.SPEAKER, Facet.PARTY)) {
      SearchPages.values(result, facet).stream()
          .flatMap(all -> all.values().stream())
          .map(FacetCounts.Value::value)
          .filter(value -> !value.contains("\""))
          .findFirst()
          .map(value -> typed(fields.getOrDefault(facet, ""), value))
          .ifPresent(
              q -> tries.add(new Reading.Link(q, new Address(Map.of("q", List.of(q))).page())));
    }
    return tries;
  }

  private static String typed(String field, String value) {
    return field.isEmpty() || value.matches("[\\p{L}\\p{N}-]+")
        ? field + value
        : field + '"' + value + '"';
  }
}
