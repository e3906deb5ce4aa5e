package org.onrecord.http.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.api.PartyProfileBody;
import org.onrecord.api.SpeakerProfileBody;
import org.onrecord.http.Profiles;
import org.onrecord.page.Viewer;
import org.onrecord.page.part.PartyLanes;
import org.onrecord.page.profile.Figures;
import org.onrecord.page.profile.ProfileView;
import org.onrecord.page.profile.ProfileViews;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;

/** Counts what the pages of speakers and parties show. */
@Singleton
final class ProfilePages {
  private static final int MOST_PARTIES = 6;
  private static final int MOST_VALUES = 50;

  private final Profiles profiles;
  private final SearchService service;
  private final KnownNames known;
  private final NamePages names;

  ProfilePages(Profiles profiles, SearchService service, KnownNames known, NamePages names) {
    this.profiles = profiles;
    this.service = service;
    this.known = known;
    this.names = names;
  }

  /**
   * Somebody's page.
   *
   * @param looking whom it is for
   */
  Optional<ProfileView> speaker(String id, Viewer looking) throws IOException {
    Optional<SpeakerProfileBody> profile = profiles.speaker(id);
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    SpeakerProfileBody who = profile.get();
    ProfileView view = ProfileViews.of(who, figures(Facet.SPEAKER, who.name()));
    return Optional.of(names.of(who.id(), who.name(), looking).map(view::with).orElse(view));
  }

  Optional<ProfileView> party(String id) throws IOException {
    Optional<PartyProfileBody> profile = profiles.party(id);
    return profile.isEmpty()
        ? Optional.empty()
        : Optional.of(ProfileViews.of(profile.get(), figures(Facet.PARTY, profile.get().id())));
  }

  /** Over one view of the archive. */
  private Figures figures(Facet facet, String value) throws IOException {
    try (SearchQuestion archive = service.understand(SearchRequest.of(""))) {
      return figures(archive, facet, value);
    }
  }

  private Figures figures(SearchQuestion archive, Facet facet, String value) throws IOException {
    boolean ofSpeaker = facet == Facet.SPEAKER;
    SearchResult newest =
        search(
            archive,
            Map.of(facet, List.of(value)),
            SearchRequest.MAX_SIZE,
            EnumSet.of(
                Facet.SPEAKER,
                Facet.PARTY,
                Facet.MENTION,
                Facet.KIND,
                Facet.POLARITY,
                Facet.SPEAKS_FOR,
                Facet.DATE));
    List<FacetCounts.Value> parties = KnownNames.values(newest, Facet.PARTY);
    List<FacetCounts.Value> by = ofSpeaker ? spokenOfBy(archive, value) : List.of();
    Map<String, String> speakers = new HashMap<>(known.speakers(by));
    speakers.putAll(known.speakers(newest, Facet.MENTION));
    speakers.putAll(known.speakers(newest, Facet.SPEAKER));
    for (Hit hit : newest.hits()) {
      if (hit instanceof Hit.QuoteHit found) {
        ArchivedQuotation quotation = found.quote().quotation();
        Stream.concat(quotation.mentions().stream(), quotation.speakers().stream())
            .filter(who -> who.id() != null)
            .forEach(who -> speakers.put(who.name(), Objects.requireNonNull(who.id())));
      }
    }
    return new Figures(
        newest.total(),
        newest.hits(),
        newest.facets(),
        by,
        ofSpeaker ? spoken(archive, value, parties) : List.of(),
        speakers,
        newest.parties());
  }

  private static List<FacetCounts.Value> spokenOfBy(SearchQuestion archive, String name)
      throws IOException {
    return KnownNames.values(
        search(archive, Map.of(Facet.MENTION, List.of(name)), 0, EnumSet.of(Facet.SPEAKER)),
        Facet.SPEAKER);
  }

  private static List<PartyLanes.Spoke> spoken(
      SearchQuestion archive, String name, List<FacetCounts.Value> parties) throws IOException {
    List<PartyLanes.Spoke> spoken = new ArrayList<>();
    for (FacetCounts.Value party : parties.subList(0, Math.min(MOST_PARTIES, parties.size()))) {
      SearchResult found =
          search(
              archive,
              Map.of(Facet.SPEAKER, List.of(name), Facet.PARTY, List.of(party.key())),
              SearchRequest.MAX_SIZE,
              EnumSet.of(Facet.DATE));
      if (!OwnParty.isAmong(found, name, party.key())) {
        continue;
      }
      List<LocalDate> months =
          found.facets().stream()
              .filter(FacetCounts.Dates.class::isInstance)
              .flatMap(dates -> ((FacetCounts.Dates) dates).buckets().stream())
              .map(FacetCounts.Bucket::from)
              .toList();
      spoken.add(new PartyLanes.Spoke(party.key(), party.value(), months));
    }
    return spoken;
  }

  private static SearchResult search(
      SearchQuestion archive, Map<Facet, List<String>> filters, int size, Set<Facet> facets)
      throws IOException {
    return archive
        .again(
            SearchRequest.of("")
                .withTypes(Set.of(DocumentType.QUOTE))
                .withFilters(filters)
                .withPage(SortOrder.NEWEST, size, null)
                .withFacets(facets, MOST_VALUES))
        .result();
  }
}
