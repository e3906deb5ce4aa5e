package org.onrecord.voice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Polarity;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.registry.Registry;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.QuotationBounds;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.TypedQuery;
import org.onrecord.search.UnsaidMode;
import org.onrecord.voice.KnownSpeakers.Known;
import org.onrecord.voice.Voices.Beside;
import org.onrecord.voice.Voices.Breakdown;
import org.onrecord.voice.Voices.Share;

/** Counts who is heard. Safe for use by several threads. */
public final class Hearing {
  /** How many values of a facet are counted at the most, the most frequent ones. */
  private static final int COUNTED = 1_000;

  /** How many values of a breakdown are told at the most. */
  private static final int TOLD = 10;

  /** Whoever is found at all is found with more than that. */
  private static final double FOUND = 0.01;

  private static final Map<Facet, String> TITLES = new EnumMap<>(Facet.class);

  static {
    TITLES.put(Facet.PARTY, "Parties");
    TITLES.put(Facet.SPEAKER, "Speakers");
    TITLES.put(Facet.SPEAKS_FOR, "Spoken for");
    TITLES.put(Facet.KIND, "Direct or indirect");
    TITLES.put(Facet.POLARITY, "Affirmed or denied");
    TITLES.put(Facet.OUTLET, "Outlets");
    TITLES.put(Facet.SECTION, "Sections");
  }

  private final SearchService service;
  private final Supplier<Registry> registry;
  private final AtomicReference<@Nullable KnownSpeakers> speakers = new AtomicReference<>();

  public Hearing(SearchService service, Supplier<Registry> registry) {
    this.service = service;
    this.registry = registry;
  }

  /**
   * Who is heard in what a search finds, beside the other outlets where it chooses some, else
   * beside all quotations of its days.
   *
   * @throws org.onrecord.search.InvalidRequestException if it cannot be understood
   */
  public Voices of(SearchRequest asked) throws IOException {
    SearchRequest search = asked.forQuotations();
    // Before the question, whose time does not reach for reading a registry.
    KnownSpeakers known = known();
    try (SearchQuestion question = service.understand(search.withoutHits())) {
      Counted own = counted(question, search, known);
      SearchRequest whole = beside(search);
      boolean alone = whole.equals(search);
      Counted other = alone ? own : counted(question, whole, known);
      return new Voices(
          question.request(),
          own.result().relaxed() ? search.q() : own.result().explained(),
          own.total(),
          alone ? null : new Beside(told(search), other.total()),
          breakdowns(own, alone ? null : other, search.filters().keySet()),
          own.result().tookMillis());
    }
  }

  private static String told(SearchRequest search) {
    return search.filters().containsKey(Facet.OUTLET)
        ? "the same in all outlets"
        : "all quotations of these days";
  }

  private static SearchRequest beside(SearchRequest search) {
    if (search.filters().containsKey(Facet.OUTLET)) {
      Map<Facet, List<String>> filters = new HashMap<>(search.filters());
      filters.remove(Facet.OUTLET);
      return search.withFilters(filters);
    }
    return search
        .withTyped(new TypedQuery("", search.syntax(), search.match(), search.variants()))
        .withFilters(Map.of());
  }

  private KnownSpeakers known() throws IOException {
    List<ArchivedPerson> people = service.people();
    KnownSpeakers known = speakers.get();
    if (known == null || !known.isOf(people)) {
      known = new KnownSpeakers(people, registry.get());
      speakers.set(known);
    }
    return known;
  }

  /**
   * What was counted.
   *
   * @param unnamed how many quotations somebody says who is not named
   * @param voices how often somebody is heard of whom that is known
   * @param heard how often anybody is heard of whom anything is counted
   */
  private record Counted(
      SearchResult result,
      long total,
      long unnamed,
      Map<Known, Long> voices,
      long heard,
      boolean leavesUnsaid) {
    FacetCounts.Values values(Facet facet) {
      return result.facets().stream()
          .filter(counts -> counts.facet() == facet)
          .filter(FacetCounts.Values.class::isInstance)
          .map(FacetCounts.Values.class::cast)
          .filter(_ -> total > 0)
          .findFirst()
          .orElse(new FacetCounts.Values(facet, List.of(), 0, 0));
    }

    long of(Known known) {
      return voices.getOrDefault(known, 0L);
    }
  }

  private static Counted counted(SearchQuestion question, SearchRequest search, KnownSpeakers known)
      throws IOException {
    SearchResult result =
        question.again(search.withoutHits().withFacets(TITLES.keySet(), COUNTED)).result();
    if (result.relaxed()) {
      return new Counted(result, 0, 0, Map.of(), 0, true);
    }
    QuotationBounds bounds = search.quotations();
    SearchResult found =
        question
            .again(
                search
                    .withoutHits()
                    .withQuotations(
                        new QuotationBounds(
                            bounds.unsaid(),
                            bounds.minConfidence(),
                            Math.max(FOUND, bounds.minSpeakerConfidence())))
                    .withFacets(EnumSet.of(Facet.SPEAKER), 1))
            .result();
    Counted named = new Counted(result, result.total(), 0, Map.of(), 0, true);
    Counted somebody =
        new Counted(found, found.relaxed() ? 0 : found.total(), 0, Map.of(), 0, true);
    Map<Known, Long> voices = new EnumMap<>(Known.class);
    long heard = 0;
    for (FacetCounts.Value value : named.values(Facet.SPEAKER).values()) {
      voices.merge(known.of(value.value()), value.count(), Long::sum);
      heard += value.count();
    }
    return new Counted(
        result,
        result.total(),
        somebody.values(Facet.SPEAKER).missing(),
        voices,
        heard,
        bounds.unsaid() == UnsaidMode.LEAVE);
  }

  /**
   * By everything that the search does not choose by itself: of what it chooses a facet counts what
   * else could be chosen.
   */
  private static List<Breakdown> breakdowns(
      Counted own, @Nullable Counted other, Set<Facet> chosen) {
    List<Breakdown> all = new ArrayList<>();
    if (!chosen.contains(Facet.SPEAKER)) {
      all.add(named(own, other));
      all.add(speakerType(own, other));
      all.add(gender(own, other));
    }
    TITLES.forEach(
        (facet, title) -> {
          if (!chosen.contains(facet)) {
            all.add(facet(facet, title, own, other));
          }
        });
    return all;
  }

  /** Counts something of what was counted. */
  @FunctionalInterface
  private interface Counting {
    long in(Counted counted);
  }

  private static Breakdown named(Counted own, @Nullable Counted other) {
    Counting all = Counted::total;
    return new Breakdown(
        "named",
        "Named or not",
        null,
        own.total(),
        false,
        List.of(
            share("named", own, other, c -> c.total() - c.values(Facet.SPEAKER).missing(), all),
            share("unnamed", own, other, Counted::unnamed, all)),
        0,
        share(
            "nobody is found",
            own,
            other,
            c -> c.values(Facet.SPEAKER).missing() - c.unnamed(),
            all));
  }

  private static Breakdown speakerType(Counted own, @Nullable Counted other) {
    return ofSpeakers(
        "speakerType",
        "People or organisations",
        own,
        other,
        List.of(
            share(
                "person",
                own,
                other,
                c -> c.of(Known.FEMALE) + c.of(Known.MALE) + c.of(Known.OTHER) + c.of(Known.PERSON),
                Counted::heard),
            share("organisation", own, other, c -> c.of(Known.ORGANISATION), Counted::heard)),
        share("not known", own, other, c -> c.of(Known.NOTHING), Counted::heard));
  }

  private static Breakdown gender(Counted own, @Nullable Counted other) {
    Counting people = c -> c.heard() - c.of(Known.ORGANISATION);
    return ofSpeakers(
        "gender",
        "Gender, by the registry",
        own,
        other,
        List.of(
            share("female", own, other, c -> c.of(Known.FEMALE), people),
            share("male", own, other, c -> c.of(Known.MALE), people),
            share("other", own, other, c -> c.of(Known.OTHER), people)),
        share("not known", own, other, c -> c.of(Known.PERSON) + c.of(Known.NOTHING), people));
  }

  private static Breakdown ofSpeakers(
      String name,
      String title,
      Counted own,
      @Nullable Counted other,
      List<Share> values,
      Share unknown) {
    long of = unknown.count() + values.stream().mapToLong(Share::count).sum();
    return new Breakdown(
        name,
        title,
        null,
        of,
        true,
        values.stream().filter(one -> one.count() > 0).toList(),
        own.values(Facet.SPEAKER).others(),
        unknown);
  }

  private static Share share(
      String label, Counted own, @Nullable Counted other, Counting count, Counting of) {
    return Share.of(label, label, count.in(own), of.in(own), beside(other, count, of));
  }

  private static OptionalDouble beside(@Nullable Counted other, Counting count, Counting of) {
    return other == null || of.in(other) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count.in(other) / of.in(other));
  }

  private static Breakdown facet(Facet facet, String title, Counted own, @Nullable Counted other) {
    FacetCounts.Values values = own.values(facet);
    Map<String, Long> elsewhere = new HashMap<>();
    if (other != null) {
      other.values(facet).values().forEach(one -> elsewhere.put(one.key(), one.count()));
    }
    List<Share> shares = new ArrayList<>();
    List<FacetCounts.Value> counted =
        values.values().stream()
            .filter(value -> value.count() > 0 && !isUnsaid(facet, value, own))
            .toList();
    for (FacetCounts.Value value : counted.subList(0, Math.min(TOLD, counted.size()))) {
      Long there = elsewhere.get(value.key());
      shares.add(
          Share.of(
              value.value(),
              value.key(),
              value.count(),
              own.total(),
              other == null || there == null || other.total() == 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of((double) there / other.total())));
    }
    return new Breakdown(
        facet.label(),
        title,
        facet,
        own.total(),
        false,
        shares,
        values.others() + counted.size() - shares.size(),
        share("not known", own, other, c -> c.values(facet).missing(), Counted::total));
  }

  /** A facet counts what was not said as well, since it can be chosen; it is nobody's words. */
  private static boolean isUnsaid(Facet facet, FacetCounts.Value value, Counted own) {
    return facet == Facet.POLARITY
        && value.key().equals(Polarity.UNSAID.label())
        && own.leavesUnsaid();
  }
}
