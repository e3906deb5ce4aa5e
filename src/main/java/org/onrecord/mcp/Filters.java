package org.onrecord.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.HitBounds;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;

/** A search as a tool is asked for it. A name that the archive does not have is refused. */
final class Filters {
  private static final Map<Facet, Parameter.Text> BY_NAME =
      new EnumMap<>(
          Map.of(
              Facet.SPEAKER, Asked.SPEAKER,
              Facet.PARTY, Asked.PARTY,
              Facet.MENTION, Asked.MENTION,
              Facet.OUTLET, Asked.OUTLET,
              Facet.SECTION, Asked.SECTION));

  private final ArchiveNames names;

  Filters(ArchiveNames names) {
    this.names = names;
  }

  /**
   * A request, and what to tell of it.
   *
   * @param notes sentences for the model: which names may be meant as well
   */
  record Understood(SearchRequest request, List<String> notes) {
    Understood {
      notes = List.copyOf(notes);
    }

    /**
     * The answer, unless nothing is found of a name that others may be meant by as well.
     *
     * @throws ToolRefusal with these
     */
    SearchResult answeredBy(SearchService search) throws IOException, ToolRefusal {
      SearchResult result = search.search(request);
      if (result.total() == 0 && !notes.isEmpty()) {
        throw new ToolRefusal(
            "Nothing was found. " + String.join(" ", notes) + " Ask again with one of these.");
      }
      return result;
    }
  }

  /**
   * Understands the arguments of a search.
   *
   * @throws ToolRefusal with names that may be meant, where one is not known
   */
  Understood understood(Arguments arguments, Parameter.Text query, DocumentType type)
      throws IOException, ToolRefusal {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    List<String> notes = new ArrayList<>();
    for (Map.Entry<Facet, Parameter.Text> each : BY_NAME.entrySet()) {
      Optional<String> name = arguments.text(each.getValue());
      if (name.isPresent()) {
        check(each.getKey(), each.getValue().name(), name.get(), type);
        alsoCalled(each.getKey(), each.getValue().name(), name.get(), type).ifPresent(notes::add);
        filters.put(each.getKey(), List.of(name.get()));
      }
    }
    SearchRequest request =
        SearchRequest.of(arguments.text(query).orElse(""))
            .withTypes(Set.of(type))
            .withFilters(filters)
            .withBounds(HitBounds.NONE.withoutReserved())
            .withDays(arguments.day(Asked.FROM), arguments.day(Asked.TO))
            .withPage(
                sort(arguments.text(Asked.SORT)),
                arguments.number(Asked.LIMIT),
                arguments.text(Asked.AFTER).orElse(null))
            .withFacets(Set.of(), 1);
    return new Understood(request, notes);
  }

  private static SortOrder sort(String label) {
    for (SortOrder order : SortOrder.values()) {
      if (order.label().equals(label)) {
        return order;
      }
    }
    throw new IllegalArgumentException("no order " + label);
  }

  /**
   * Refuses a name that nothing in the archive has.
   *
   * @throws ToolRefusal with those that it has
   */
  void check(Facet facet, String parameter, String name, DocumentType type)
      throws IOException, ToolRefusal {
    if (names.count(facet, name, type) > 0) {
      return;
    }
    List<FacetCounts.Value> like = names.like(facet, name, type);
    String unknown = "The archive has no " + parameter + " by the name " + Told.quoted(name) + ". ";
    throw new ToolRefusal(
        like.isEmpty()
            ? unknown
                + "Nor has it a name like it. That says only what this archive has, not that"
                + " there is none."
            : unknown
                + "It has: "
                + ArchiveNames.listed(like)
                + ". Ask again with one of these; how often it has each stands in brackets.");
  }

  /** Of a name of one word, which longer ones have it too. */
  private Optional<String> alsoCalled(Facet facet, String parameter, String name, DocumentType type)
      throws IOException {
    if ((facet != Facet.SPEAKER && facet != Facet.MENTION) || name.contains(" ")) {
      return Optional.empty();
    }
    List<FacetCounts.Value> longer =
        names.like(facet, name, type).stream()
            .filter(each -> !each.value().equalsIgnoreCase(name))
            .toList();
    return longer.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The "
                + parameter
                + " is whoever is called exactly "
                + Told.quoted(name)
                + "; the archive also has: "
                + ArchiveNames.listed(longer)
                + ".");
  }
}
