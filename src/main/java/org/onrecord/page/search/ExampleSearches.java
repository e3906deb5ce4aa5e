package org.onrecord.page.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.page.part.Address;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchResult;

/** What an archive holds to begin with: who is quoted and spoken of most. */
final class ExampleSearches {
  private ExampleSearches() {}

  static List<QueryReading.Link> of(SearchResult result, SearchQuestion question)
      throws IOException {
    List<QueryReading.Link> tries = new ArrayList<>();
    Map<Facet, String> fields = new EnumMap<>(Facet.class);
    fields.put(Facet.MENTION, "");
    fields.put(Facet.SPEAKER, "speaker:");
    fields.put(Facet.PARTY, "party:");
    for (Facet facet : List.of(Facet.MENTION, Facet.SPEAKER, Facet.PARTY)) {
      Optional<FacetCounts.Value> first =
          SearchPages.values(result, facet).stream()
              .flatMap(all -> all.values().stream())
              .filter(value -> !value.value().contains("\""))
              .findFirst();
      if (first.isPresent()) {
        String q = typed(fields.getOrDefault(facet, ""), words(first.get(), question));
        tries.add(new QueryReading.Link(q, new Address(Map.of("q", List.of(q))).page()));
      }
    }
    return tries;
  }

  /** The name where it means this value alone, else the id. */
  private static String words(FacetCounts.Value value, SearchQuestion question) throws IOException {
    String key = value.key();
    boolean told =
        value.id() == null || question.partyIds(List.of(value.value())).equals(List.of(key));
    return told ? value.value() : key;
  }

  private static String typed(String field, String value) {
    return field.isEmpty() || value.matches("[\\p{L}\\p{N}-]+")
        ? field + value
        : field + '"' + value + '"';
  }
}
