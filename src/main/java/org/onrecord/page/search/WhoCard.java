package org.onrecord.page.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.MembershipBody;
import org.onrecord.api.Pages;
import org.onrecord.article.CodePoints;
import org.onrecord.article.QuotationKind;
import org.onrecord.article.SpeakerRef;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.PartyLanes;
import org.onrecord.schema.ArchivedQuotation;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.Hit;
import org.onrecord.search.MatchMode;
import org.onrecord.search.PersonNamed;
import org.onrecord.search.QuotationBounds;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SortOrder;

/**
 * Somebody whom the query names: who it is, and the searches for what they said and what was said
 * of them.
 *
 * @param href their page; null where they have none
 * @param parties for which party they were when, as the registry knows it; empty where it does not
 * @param whole whether nothing but the name was typed
 * @param said the search for their words, with what else was typed; null where there are none
 * @param about the search for passages about them, with what else was typed; null for none
 * @param timeline their words in the order of time, with what else was typed; null for none
 * @param newest the words that they said last, where the name is all; null for none
 */
public record WhoCard(
    String name,
    @Nullable String href,
    String parties,
    boolean whole,
    SearchView.@Nullable Way said,
    SearchView.@Nullable Way about,
    SearchView.@Nullable Way timeline,
    @Nullable Newest newest) {
  private static final int MOST = 3;
  private static final int MOST_PARTIES = 3;
  private static final int LONGEST = 220;

  /** Among how many of the newest quotations one is looked for that says something. */
  private static final int LOOKED_AT = 20;

  private static final double LEAST_SURE = 0.9;

  /** So many words say something. */
  private static final int FEW_WORDS = 8;

  /** So few words in the order of time tell nothing. */
  private static final int FEWEST_IN_TIME = 3;

  /** What the registry knows of people's memberships, by their ids. */
  @FunctionalInterface
  public interface Memberships {
    List<MembershipBody> of(String id) throws IOException;
  }

  /** The newest words of somebody. */
  public record Newest(String words, String day, String href) {}

  /** Those whom the query names, at most three. */
  static List<WhoCard> of(
      SearchQuestion question, Address address, SearchRequest asked, Memberships memberships)
      throws IOException {
    List<WhoCard> cards = new ArrayList<>();
    for (PersonNamed person : question.people()) {
      if (cards.size() < MOST && cards.stream().noneMatch(c -> c.name().equals(person.name()))) {
        cards.add(new Making(question, address, asked, person).card(memberships));
      }
    }
    return cards;
  }

  public boolean any() {
    return said != null || about != null;
  }

  private record Making(
      SearchQuestion question, Address address, SearchRequest asked, PersonNamed person) {

    WhoCard card(Memberships memberships) throws IOException {
      boolean whole = person.rest().isEmpty();
      SearchResult said = search(asked, Facet.SPEAKER, DocumentType.QUOTE, 1);
      long about = search(asked, Facet.MENTION, DocumentType.PARAGRAPH, 0).total();
      Optional<Hit.QuoteHit> newest =
          said.hits().stream().map(Hit.QuoteHit.class::cast).findFirst();
      String id = newest.map(hit -> id(hit)).orElse(null);
      return new WhoCard(
          person.name(),
          id == null ? null : Pages.speaker(id),
          id == null || !whole ? "" : parties(memberships.of(id)),
          whole,
          said.total() == 0
              ? null
              : new SearchView.Way(
                  "Said by " + person.name(),
                  there(Facet.SPEAKER, DocumentType.QUOTE).page(),
                  Wording.count(said.total(), "quotation", "quotations")),
          about == 0
              ? null
              : new SearchView.Way(
                  "About " + person.name(),
                  there(Facet.MENTION, DocumentType.PARAGRAPH).page(),
                  Wording.count(about, "passage", "passages")),
          said.total() < FEWEST_IN_TIME
              ? null
              : new SearchView.Way(
                  "In the order of time",
                  WhoCard.timeline(there(Facet.SPEAKER, DocumentType.QUOTE)),
                  ""),
          whole ? told() : null);
    }

    private @Nullable String id(Hit.QuoteHit hit) {
      return hit.quote().quotation().speakers().stream()
          .filter(who -> who.name().equals(person.name()))
          .map(SpeakerRef::id)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    /** The newest words that surely are theirs, word for word, and say something. */
    private @Nullable Newest told() throws IOException {
      SearchRequest sure =
          asked.withQuotations(
              new QuotationBounds(asked.quotations().unsaid(), LEAST_SURE, LEAST_SURE));
      return search(sure, Facet.SPEAKER, DocumentType.QUOTE, LOOKED_AT).hits().stream()
          .map(Hit.QuoteHit.class::cast)
          .filter(hit -> isTelling(hit.quote().quotation()))
          .findFirst()
          .map(Making::newest)
          .orElse(null);
    }

    private static boolean isTelling(ArchivedQuotation quotation) {
      return quotation.kind() == QuotationKind.DIRECT
          && quotation.content().strip().split("\\s+", FEW_WORDS).length == FEW_WORDS;
    }

    private static Newest newest(Hit.QuoteHit hit) {
      return new Newest(
          CodePoints.shortened(hit.quote().quotation().content(), LONGEST),
          Wording.day(hit.article().date()),
          Pages.quote(hit.quote().quotation().id()));
    }

    private SearchResult search(SearchRequest from, Facet facet, DocumentType type, int size)
        throws IOException {
      Map<Facet, List<String>> filters = new HashMap<>(from.filters());
      filters.put(facet, List.of(person.name()));
      return question
          .again(
              from.withQuery(person.rest(), MatchMode.ALL)
                  .withTypes(EnumSet.of(type))
                  .withFilters(filters)
                  .withPage(SortOrder.NEWEST, size, null)
                  .withFacets(new FacetsWanted(EnumSet.noneOf(Facet.class), 1, asked.interval())))
          .result();
    }

    private Address there(Facet facet, DocumentType type) {
      return address
          .without("match")
          .with("q", person.rest())
          .with("type", type.label())
          .with(facet.label(), person.name());
    }
  }

  /** The timeline of a search's speaker, as a path. */
  static String timeline(Address search) {
    return search.without("type").without("sort").api("/timeline");
  }

  private static String parties(List<MembershipBody> memberships) {
    boolean known = memberships.stream().anyMatch(one -> one.party() && one.role() == null);
    return memberships.stream()
        .filter(one -> one.party() && (one.role() == null || !known))
        .sorted(PartyLanes.NEWEST_FIRST)
        .map(PartyLanes::told)
        .distinct()
        .limit(MOST_PARTIES)
        .collect(Collectors.joining("; "));
  }

  /** The searches to go to. */
  public List<SearchView.Way> ways() {
    return Stream.of(said, about, timeline).filter(Objects::nonNull).toList();
  }
}
