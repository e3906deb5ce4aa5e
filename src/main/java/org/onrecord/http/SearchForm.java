package org.onrecord.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.Tab;
import org.onrecord.search.SortOrder;

/**
 * Which of a search's parameters a route takes, and which of its own.
 *
 * @param own the route's own; what a search has under such a name the route does not take
 * @param absent what else of a search it does not take
 * @param unsaid what some of a search's are where they are not given, or not taken
 */
public record SearchForm(List<String> own, Set<String> absent, Map<String, String> unsaid) {
  /** The search itself. */
  public static final SearchForm SEARCH =
      new SearchForm(List.of("receipt", "fields"), Set.of(), Map.of());

  /** Every hit as a file. */
  public static final SearchForm EXPORT =
      new SearchForm(
          List.of("format", "bom", "reserved"),
          Set.of("size", "after", "facets", "interval"),
          Map.of());

  /** The newest hits as a feed. */
  public static final SearchForm FEED =
      new SearchForm(
          List.of(),
          Set.of("after", "facets", "interval"),
          Map.of("sort", SortOrder.NEWEST.label(), "size", "20", "facets", "none"));

  /** The values of one facet. */
  public static final SearchForm FACET =
      new SearchForm(
          List.of("prefix", "size", "after"), Set.of("sort", "facets", "interval"), Map.of());

  /** Who is heard in what a search finds. */
  public static final SearchForm VOICES =
      new SearchForm(
          List.of("format", "bom"),
          Set.of("type", "sort", "size", "after", "facets", "interval"),
          Map.of("type", "quote", "facets", "none"));

  /** What one person said over time. */
  public static final SearchForm TIMELINE =
      new SearchForm(
          List.of("format", "bom", "size", "after"),
          Set.of("type", "sort", "facets", "interval"),
          Map.of("type", "quote", "facets", "none", "sort", SortOrder.OLDEST.label()));

  /** What all entries of a list have in common. */
  public static final SearchForm BATCH =
      new SearchForm(
          List.of("by", "format", "bom"),
          Set.of("sort", "size", "after", "facets", "interval"),
          Map.of("type", "quote", "facets", "none"));

  /** What the address of an article has of the search by which its reader came. */
  public static SearchForm arrival(Address address) {
    Set<String> absent = new HashSet<>(Set.of("after", "size", "facets", "interval", "sort"));
    absent.addAll(ofArticles(address));
    return new SearchForm(List.of(), absent, Map.of());
  }

  /** Pages know articles beside the API's types. */
  private static Set<String> ofArticles(Address address) {
    return Tab.Kind.of(address) == Tab.Kind.ARTICLES ? Set.of("type") : Set.of();
  }

  /** The page to search on. */
  static SearchForm page(Address address) {
    return new SearchForm(
        List.of(),
        ofArticles(address),
        Map.of("sort", address.sort(), "size", String.valueOf(Address.SIZE)));
  }

  /** A reader of the route's own parameters, which has refused those that it does not know. */
  public ParameterReader reader(Map<String, List<String>> given) {
    ParameterReader reader = new ParameterReader(given);
    reader.refuseUnknown(names());
    return reader;
  }

  private List<String> names() {
    List<String> names =
        new ArrayList<>(SearchParameters.names().stream().filter(this::takes).toList());
    names.addAll(own);
    return names;
  }

  private boolean takes(String name) {
    return !own.contains(name) && !absent.contains(name);
  }

  /**
   * What is searched for.
   *
   * @param reader of the route's own, whose errors come first
   */
  public SearchParameters read(ParameterReader reader) {
    return SearchParameters.read(reader.of(searched(reader.given())));
  }

  /** The parameters of the search alone; what is neither given nor goes without saying is none. */
  public Map<String, List<String>> searched(Map<String, List<String>> given) {
    Map<String, List<String>> searched = new HashMap<>();
    unsaid.forEach((name, value) -> searched.put(name, List.of(value)));
    for (String name : SearchParameters.names()) {
      if (takes(name) && given.containsKey(name)) {
        searched.put(name, given.getOrDefault(name, List.of()));
      }
    }
    return searched;
  }
}
