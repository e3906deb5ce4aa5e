package org.onrecord.mcp;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SpeakerRef;
import org.onrecord.people.WhoIs;
import org.onrecord.registry.Organisation;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.Verifier;

/** {@code speaker_profile}. */
final class ProfileTool {
  private static final Parameter.Text SPEAKER =
      new Parameter.Text(
          "speaker",
          "The full name of a person or organisation, Ruth Alder, or the id that a hit has in"
              + " \"speakerId\".",
          300,
          true);
  private static final int LATEST = 3;
  private static final int MOST = 8;

  private final SearchService search;
  private final Verifier verifier;
  private final Supplier<Registry> registry;
  private final Filters filters;

  ProfileTool(
      SearchService search, Verifier verifier, Supplier<Registry> registry, Filters filters) {
    this.search = search;
    this.verifier = verifier;
    this.registry = registry;
    this.filters = filters;
  }

  Tool tool() {
    return new Tool(
        "speaker_profile",
        "Who a speaker is",
        "Tells who a person or organisation is, how much the archive has of what they said, when,"
            + " for which parties, and their latest quotations.",
        List.of(SPEAKER),
        SpeakerProfile.class,
        this::profile);
  }

  private SpeakerProfile profile(Arguments arguments, Citations cite)
      throws IOException, ToolRefusal {
    String asked = arguments.text(SPEAKER).orElseThrow();
    String name = name(asked);
    if (quotations(name, SortOrder.NEWEST, 0).total() == 0 && mentions(name) == 0) {
      filters.check(Facet.SPEAKER, "speaker", name, DocumentType.QUOTE);
    }
    SearchResult latest = quotations(name, SortOrder.NEWEST, LATEST);
    String shown = shown(latest, name);
    Optional<SpeakerRef> who = bearer(latest, shown);
    Optional<Person> known = who.map(SpeakerRef::id).flatMap(id -> registry.get().person(id));
    ArchiveTold archive = ArchiveTold.of(verifier.span());
    String id = who.map(SpeakerRef::id).orElse(null);
    return new SpeakerProfile(
        id == null ? null : cite.speaker(id),
        shown,
        id,
        known.stream()
            .flatMap(person -> person.allNames().stream())
            .filter(other -> !other.equals(shown))
            .limit(MOST)
            .toList(),
        known.map(Person::description).orElse(null),
        known.stream().flatMap(this::memberships).limit(MOST).toList(),
        latest.total(),
        mentions(name),
        day(quotations(name, SortOrder.OLDEST, 1)),
        day(latest),
        counted(latest, Facet.PARTY),
        counted(latest, Facet.OUTLET),
        FoundQuotations.hits(latest, cite),
        notes(latest, archive),
        archive);
  }

  /** The name that goes with an id, as the archive or the registry has it; else what was given. */
  private String name(String asked) throws IOException {
    WhoIs whoIs = search.whoIs(asked);
    return whoIs
        .who()
        .map(SpeakerRef::name)
        .or(() -> registry.get().person(asked).map(Person::name))
        .orElse(asked);
  }

  private SearchResult quotations(String name, SortOrder sort, int size) throws IOException {
    return search.search(
        SearchRequest.of("")
            .withTypes(Set.of(DocumentType.QUOTE))
            .withFilters(Map.of(Facet.SPEAKER, List.of(name)))
            .withPage(sort, size, null)
            .withFacets(
                size == LATEST ? Set.of(Facet.SPEAKER, Facet.PARTY, Facet.OUTLET) : Set.of(),
                MOST));
  }

  private long mentions(String name) throws IOException {
    return search
        .search(SearchRequest.of("").withFilters(Map.of(Facet.MENTION, List.of(name))).forTotal())
        .total();
  }

  /** The name as the archive shows it: the one that the filter selected, of several the first. */
  private static String shown(SearchResult result, String name) {
    return values(result, Facet.SPEAKER)
        .filter(FacetCounts.Value::selected)
        .map(FacetCounts.Value::value)
        .findFirst()
        .orElse(name);
  }

  private static Optional<SpeakerRef> bearer(SearchResult latest, String name) {
    return latest.hits().stream()
        .filter(Hit.QuoteHit.class::isInstance)
        .flatMap(hit -> ((Hit.QuoteHit) hit).quote().quotation().speakers().stream())
        .filter(who -> who.name().equals(name) && who.id() != null)
        .findFirst();
  }

  private Stream<SpeakerProfile.HeldMembership> memberships(Person person) {
    return person.memberships().stream()
        .map(
            each -> {
              String id = each.organisationId();
              Optional<Party> party = registry.get().partyById(id);
              String name =
                  party
                      .map(Party::name)
                      .or(() -> registry.get().organisation(id).map(Organisation::name))
                      .orElse(id);
              return new SpeakerProfile.HeldMembership(
                  name, party.isPresent(), each.role(), each.period().start(), each.period().end());
            });
  }

  private static @Nullable LocalDate day(SearchResult result) {
    return result.hits().isEmpty() ? null : result.hits().getFirst().article().date();
  }

  private static List<SpeakerProfile.Counted> counted(SearchResult result, Facet facet) {
    return values(result, facet)
        .map(each -> new SpeakerProfile.Counted(Told.shortened(each.value()), each.count()))
        .toList();
  }

  private static Stream<FacetCounts.Value> values(SearchResult result, Facet facet) {
    return result.facets().stream()
        .filter(counts -> counts.facet() == facet && counts instanceof FacetCounts.Values)
        .flatMap(counts -> ((FacetCounts.Values) counts).values().stream());
  }

  private static List<String> notes(SearchResult latest, ArchiveTold archive) {
    List<String> notes = new ArrayList<>();
    List<String> names =
        values(latest, Facet.SPEAKER)
            .filter(FacetCounts.Value::selected)
            .map(FacetCounts.Value::value)
            .toList();
    if (names.size() > 1) {
      notes.add("Quotations under several names are taken together: " + String.join(", ", names));
    }
    if (latest.total() == 0) {
      notes.add(archive.nothing());
    }
    return notes;
  }
}
