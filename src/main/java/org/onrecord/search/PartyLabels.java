package org.onrecord.search;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PartyRef;

/**
 * What parties are called where several of them are in view: each by its short name, and where two
 * share it, with the country: "Conservative (Canada)". Also their colours.
 *
 * @param byId the labels of those that are in view
 * @param colours the usual colours of those that have one, {@code #00a651}
 */
public record PartyLabels(Map<String, String> byId, Map<String, String> colours) {
  /** Nothing is in view: every party has its short name. */
  public static final PartyLabels NONE = new PartyLabels(Map.of(), Map.of());

  private static final String NOWHERE = "country unknown";

  public PartyLabels {
    byId = Map.copyOf(byId);
    colours = Map.copyOf(colours);
  }

  /** Labels for these, each under the first of its names. */
  static PartyLabels of(Collection<PartyRef> inView, FacetAliases known) {
    Map<String, PartyRef> parties = new LinkedHashMap<>();
    inView.forEach(party -> parties.putIfAbsent(party.id(), party));
    Map<String, String> labels = new HashMap<>();
    parties.values().stream()
        .collect(groupingBy(party -> party.name().toLowerCase(Locale.ROOT)))
        .values()
        .forEach(alike -> addTo(labels, alike, known));
    return new PartyLabels(labels, coloursOf(parties.keySet(), known));
  }

  private static Map<String, String> coloursOf(Collection<String> ids, FacetAliases known) {
    Map<String, String> colours = new HashMap<>();
    for (String id : ids) {
      known.party(id).map(FacetAliases.KnownParty::colour).ifPresent(c -> colours.put(id, c));
    }
    return colours;
  }

  private static void addTo(Map<String, String> labels, List<PartyRef> alike, FacetAliases known) {
    if (alike.size() == 1) {
      labels.put(alike.getFirst().id(), alike.getFirst().name());
      return;
    }
    Map<String, List<PartyRef>> byCountry =
        alike.stream().collect(groupingBy(party -> country(party.id(), known)));
    byCountry.forEach(
        (country, parties) -> {
          for (PartyRef party : parties) {
            String beside = parties.size() == 1 ? country : country + ", " + party.id();
            labels.put(party.id(), party.name() + " (" + beside + ")");
          }
        });
  }

  private static String country(String id, FacetAliases known) {
    return known
        .party(id)
        .map(FacetAliases.KnownParty::country)
        .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
        .orElse(NOWHERE);
  }

  /** What a party is called here. */
  public String of(PartyRef party) {
    return byId.getOrDefault(party.id(), party.name());
  }

  /** A party's usual colour, {@code #00a651}; null where none is known. */
  public @Nullable String colourOf(PartyRef party) {
    return colours.get(party.id());
  }

  /** A facet's counts under these labels. */
  FacetCounts of(FacetCounts counts) {
    return switch (counts) {
      case FacetCounts.Values(var facet, var values, int others, long missing)
          when facet.isById() ->
          new FacetCounts.Values(facet, values(values), others, missing);
      case FacetCounts.Values values -> values;
      case FacetCounts.Dates dates -> dates;
    };
  }

  /** The same page under these labels. */
  FacetPage of(FacetPage page) {
    return new FacetPage(
        page.facet(), values(page.values()), page.total(), page.missing(), page.next());
  }

  /** The same completions under these labels. */
  List<Completion> of(List<Completion> completions) {
    return completions.stream()
        .map(
            one ->
                one.id() == null
                    ? one
                    : new Completion(
                        one.kind(), byId.getOrDefault(one.id(), one.text()), one.id(), one.count()))
        .toList();
  }

  private List<FacetCounts.Value> values(List<FacetCounts.Value> values) {
    return values.stream()
        .map(
            one ->
                new FacetCounts.Value(
                    byId.getOrDefault(one.key(), one.value()),
                    one.id(),
                    one.count(),
                    one.selected()))
        .toList();
  }

  /** What the party with an id is called; the id where it is not in view. */
  public String of(String id) {
    return byId.getOrDefault(id, id);
  }
}
