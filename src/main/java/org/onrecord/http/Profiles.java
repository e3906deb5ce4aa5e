package org.onrecord.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.FacetBody.ValueBody;
import org.onrecord.api.MembershipBody;
import org.onrecord.api.PartyProfileBody;
import org.onrecord.api.SpeakerProfileBody;
import org.onrecord.api.SpeakerProfileBody.CountsBody;
import org.onrecord.article.PartyRef;
import org.onrecord.article.SpeakerRef;
import org.onrecord.people.WhoIs;
import org.onrecord.registry.NameKey;
import org.onrecord.registry.Party;
import org.onrecord.registry.Person;
import org.onrecord.registry.Registry;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.NamedMention;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;

/** Speakers and parties by their ids, which the registry gave, or the archive made from a name. */
@Singleton
public final class Profiles {
  private static final int OTHERS = 50;

  /** How many names of the archive are compared with an id. */
  private static final int COMPARED = FacetListing.MAX_SIZE;

  /** How many hits of a name are asked for the id. */
  private static final int ASKED = 20;

  private final SearchService service;
  private final RegistrySource registry;

  Profiles(SearchService service, RegistrySource registry) {
    this.service = service;
    this.registry = registry;
  }

  public Optional<SpeakerProfileBody> speaker(String id) throws IOException {
    WhoIs whoIs = service.whoIs(id);
    return whoIs.struck() ? Optional.empty() : speaker(id, whoIs.who());
  }

  /** Under the id that was asked for, or the one as which it counts. */
  private Optional<SpeakerProfileBody> speaker(String asked, Optional<SpeakerRef> who)
      throws IOException {
    String id = who.map(SpeakerRef::id).orElse(asked);
    Registry known = registry.registry();
    Optional<Person> person = known.person(id);
    if (person.isPresent()) {
      String name = who.map(SpeakerRef::name).orElse(person.get().name());
      return Optional.of(SpeakerProfileBody.of(person.get(), name, known, ofSpeaker(name)));
    }
    if (who.isPresent()) {
      return Optional.of(profile(who.get(), id));
    }
    Optional<SpeakerRef> found = find(Facet.SPEAKER, id, Profiles::speakers, SpeakerRef::id);
    if (found.isEmpty()) {
      found = find(Facet.MENTION, id, Profiles::mentioned, SpeakerRef::id);
    }
    return found.isPresent() ? Optional.of(profile(found.get(), id)) : Optional.empty();
  }

  private SpeakerProfileBody profile(SpeakerRef who, String id) throws IOException {
    return SpeakerProfileBody.of(who.name(), who.type(), id, ofSpeaker(who.name()));
  }

  /** The id of whoever the archive has under exactly this name, as who speaks or is spoken of. */
  public Optional<String> idOf(String name) throws IOException {
    Optional<String> id = idOf(Facet.SPEAKER, name, Profiles::speakers);
    return id.isPresent() ? id : idOf(Facet.MENTION, name, Profiles::mentioned);
  }

  private Optional<String> idOf(Facet facet, String name, Function<Hit, Stream<SpeakerRef>> people)
      throws IOException {
    try (SearchQuestion archive = everywhere()) {
      SearchRequest its = having(facet, name).withPage(SortOrder.NEWEST, ASKED, null);
      return archive.again(its).result().hits().stream()
          .flatMap(people)
          .filter(who -> who.name().equalsIgnoreCase(name))
          .map(SpeakerRef::id)
          .filter(Objects::nonNull)
          .findFirst();
    }
  }

  /** What parties and offices somebody belongs to; none where the registry does not know them. */
  public List<MembershipBody> memberships(String id) {
    Registry known = registry.registry();
    return known.person(id).map(person -> MembershipBody.of(person, known)).orElse(List.of());
  }

  public Optional<PartyProfileBody> party(String id) throws IOException {
    Registry known = registry.registry();
    Optional<Party> party = known.partyById(id);
    if (party.isPresent()) {
      return Optional.of(PartyProfileBody.of(party.get(), known, ofParty(id)));
    }
    Optional<PartyRef> found = service.party(id);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(PartyProfileBody.of(id, found.get().name(), ofParty(id)));
  }

  private CountsBody ofSpeaker(String name) throws IOException {
    return counts(Facet.SPEAKER, name, Facet.MENTION, Facet.PARTY);
  }

  private CountsBody ofParty(String id) throws IOException {
    return counts(Facet.PARTY, id, Facet.MENTIONED_PARTY, Facet.SPEAKER);
  }

  private CountsBody counts(Facet facet, String value, Facet mentioned, Facet others)
      throws IOException {
    try (SearchQuestion archive = everywhere()) {
      SearchRequest quotations = having(facet, value).withTypes(Set.of(DocumentType.QUOTE));
      SearchResult first =
          archive
              .again(
                  quotations.withPage(SortOrder.OLDEST, 1, null).withFacets(Set.of(others), OTHERS))
              .result();
      SearchResult last = archive.again(quotations.withPage(SortOrder.NEWEST, 1, null)).result();
      return new CountsBody(
          first.total(),
          archive.again(having(facet, value).forTotal()).result().total(),
          archive.again(having(mentioned, value).forTotal()).result().total(),
          day(first),
          day(last),
          values(first));
    }
  }

  /** One view of the archive. */
  private SearchQuestion everywhere() throws IOException {
    return service.understand(SearchRequest.of(""));
  }

  /** The paragraphs that have a value; nothing is counted. */
  private static SearchRequest having(Facet facet, String value) {
    return SearchRequest.of("")
        .withFilters(Map.of(facet, List.of(value)))
        .withFacets(Set.of(), OTHERS);
  }

  private static @Nullable LocalDate day(SearchResult result) {
    return result.hits().isEmpty() ? null : result.hits().getFirst().article().date();
  }

  private static List<ValueBody> values(SearchResult result) {
    return result.facets().stream()
        .flatMap(
            counts ->
                switch (counts) {
                  case FacetCounts.Values names -> names.values().stream();
                  case FacetCounts.Dates _ -> Stream.<FacetCounts.Value>empty();
                })
        .map(ValueBody::of)
        .toList();
  }

  /**
   * What bears the id among the names of the archive. An id ends like the name that it was made
   * from, whatever stands before.
   */
  private <T> Optional<T> find(
      Facet facet, String id, Function<Hit, Stream<T>> things, Function<T, @Nullable String> idOf)
      throws IOException {
    String key = NameKey.of(id.replace('-', ' '));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String lastWord = key.substring(key.lastIndexOf(' ') + 1);
    try (SearchQuestion archive = everywhere()) {
      FacetListing listing = new FacetListing(facet, lastWord, COMPARED, null);
      for (FacetCounts.Value name : archive.facet(listing).values()) {
        String own = NameKey.of(name.value().replace('-', ' '));
        if (!own.isEmpty() && (" " + key).endsWith(" " + own)) {
          SearchRequest its = having(facet, name.value()).withPage(SortOrder.NEWEST, ASKED, null);
          Optional<T> found =
              archive.again(its).result().hits().stream()
                  .flatMap(things)
                  .filter(thing -> id.equals(idOf.apply(thing)))
                  .findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<SpeakerRef> speakers(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> found.paragraph().speakers().stream();
      case Hit.QuoteHit found -> found.quote().quotation().speakers().stream();
    };
  }

  private static Stream<SpeakerRef> mentioned(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit found -> found.paragraph().mentions().stream().map(NamedMention::who);
      case Hit.QuoteHit found -> found.quote().quotation().mentions().stream();
    };
  }
}
