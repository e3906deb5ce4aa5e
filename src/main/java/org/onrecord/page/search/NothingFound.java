package org.onrecord.page.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Tab;
import org.onrecord.schema.Facet;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;

/** What is said where a search finds nothing, and which searches near it find something. */
record NothingFound(
    SearchQuestion question,
    Address address,
    SearchRequest asked,
    SearchResult result,
    Tab.Kind kind) {

  SearchView.Nothing view() throws IOException {
    String what =
        switch (kind) {
          case PASSAGES, ARTICLES -> "No passage";
          case QUOTATIONS -> "No quotation";
        };
    List<SearchView.Way> ways = new ArrayList<>();
    for (var suggestion : result.suggestions()) {
      add(
          ways,
          suggestion.q(),
          address.with("q", suggestion.q()),
          asked.withQuery(suggestion.q(), MatchMode.ALL));
    }
    boolean narrowed = isNarrowed();
    if (narrowed) {
      withoutFilters(ways);
    }
    Tab.Kind other = kind == Tab.Kind.QUOTATIONS ? Tab.Kind.PASSAGES : Tab.Kind.QUOTATIONS;
    if (ways.isEmpty()) {
      add(
          ways,
          "Look in " + other.title().toLowerCase(Locale.ROOT),
          address.with("type", other.type()),
          asked.withTypes(other.documents()));
    }
    String q = asked.q().strip();
    String rest = narrowed ? " within these filters" : q.isEmpty() ? " here" : "";
    return new SearchView.Nothing(what, q, rest, ways);
  }

  private boolean isNarrowed() {
    return !asked.filters().isEmpty() || asked.from() != null || asked.to() != null;
  }

  /** The searches without a filter that find something; none where nothing narrows it. */
  List<SearchView.Way> fewer() throws IOException {
    List<SearchView.Way> ways = new ArrayList<>();
    if (isNarrowed()) {
      withoutFilters(ways);
    }
    return ways;
  }

  private void withoutFilters(List<SearchView.Way> ways) throws IOException {
    for (Facet facet : asked.filters().keySet()) {
      Map<Facet, List<String>> fewer = new EnumMap<>(Facet.class);
      fewer.putAll(asked.filters());
      fewer.remove(facet);
      List<String> values =
          facet.isById()
              ? address.all(facet.label()).stream().map(result.parties()::of).toList()
              : address.all(facet.label());
      String name = facet.shortTitle() + " " + Wording.list(values, "or");
      add(ways, "Without " + name, address.without(facet.label()), asked.withFilters(fewer));
    }
    if (asked.from() != null || asked.to() != null) {
      add(ways, "On any date", address.without("from").without("to"), asked.withDays(null, null));
    }
    if (ways.isEmpty()) {
      add(
          ways,
          "Without any filter",
          address.unfiltered(),
          asked.withFilters(Map.of()).withDays(null, null));
    }
  }

  /** Adds a search if it finds anything that holds all of the words. */
  private void add(List<SearchView.Way> ways, String text, Address to, SearchRequest request)
      throws IOException {
    SearchResult found = question.again(request.forTotal()).result();
    if (found.total() > 0 && !found.relaxed()) {
      ways.add(
          new SearchView.Way(
              text,
              to.page(),
              (Tab.Kind.of(to) == Tab.Kind.ARTICLES ? Tab.Kind.PASSAGES : Tab.Kind.of(to))
                  .count(found.total())));
    }
  }
}
