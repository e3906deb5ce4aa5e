package org.onrecord.trend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.Facet;
import org.onrecord.search.DateInterval;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetsWanted;
import org.onrecord.search.Hit;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.PartyLabels;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;
import org.onrecord.search.TypedQuery;
import org.onrecord.trend.Trends.Rest;
import org.onrecord.trend.Trends.Series;

/** Answers what is said over time. Safe for use by several threads. */
public final class Trending {
  private final SearchService service;

  public Trending(SearchService service) {
    this.service = service;
  }

  /**
   * The series, all of one view of the archive and by one deadline.
   *
   * @throws InvalidRequestException if a query or a date cannot be understood, a series replaces a
   *     filter, a share is always 1, or there would be too many points
   */
  public Trends of(TrendRequest asked) throws IOException {
    check(asked);
    try (SearchQuestion question = service.understand(asked.search().withoutHits())) {
      return new Run(asked, question).trends();
    }
  }

  private static void check(TrendRequest asked) {
    for (SeriesKey key : asked.series()) {
      if (key.collidesWith(asked.search())) {
        throw refused(
            "series",
            "The search is narrowed by "
                + key.kind()
                + " already, so that a series of it would replace that: leave one of them out.");
      }
    }
    if (asked.split() != null) {
      if (!asked.series().isEmpty()) {
        throw refused("split", "split makes the series, so leave series out, or split.");
      }
      if (!asked.search().filters().getOrDefault(asked.split(), List.of()).isEmpty()) {
        throw refused(
            "split",
            "The search is narrowed by " + asked.split().label() + " already: split by another.");
      }
    }
    if (asked.of() == ShareOf.OWN && !narrows(asked.search())) {
      throw refused(
          "of",
          "Nothing narrows the series beside what each is of, so that its share of its own is"
              + " always 1: add q or a filter, or take of=all.");
    }
  }

  /** Whether words or filters narrow it; days do not, since they narrow the whole as well. */
  private static boolean narrows(SearchRequest search) {
    return !search.q().isBlank() || !search.filters().isEmpty();
  }

  private static InvalidRequestException refused(String parameter, String detail) {
    return new InvalidRequestException(parameter, -1, detail, null);
  }

  /** One answer. For one thread. */
  private static final class Run {
    private final TrendRequest asked;
    private final SearchQuestion question;
    private final Map<SearchRequest, Map<DateInterval, DatedCounts>> counted = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    Run(TrendRequest asked, SearchQuestion question) {
      this.asked = asked;
      this.question = question;
    }

    /** Labels of a split's values, which tell those of one name apart. */
    private void label(SearchResult found) {
      if (asked.split() != null) {
        values(found, asked.split()).forEach(value -> labels.put(value.key(), value.value()));
      }
    }

    Trends trends() throws IOException {
      SearchRequest search = asked.search();
      SearchResult found =
          question
              .again(
                  search
                      .withoutHits()
                      .withFacets(
                          asked.split() == null ? Set.of() : Set.of(asked.split()),
                          TrendRequest.MOST_SERIES))
              .result();
      // Any of the words would be something else than what was asked for.
      boolean nothing = found.relaxed();
      label(found);
      List<SeriesKey> keys = nothing && asked.split() != null ? List.of() : keys(found);
      DateInterval interval = interval(keys);
      List<SearchRequest> each = keys.stream().map(key -> key.in(search)).toList();
      List<DatedCounts> counts = new ArrayList<>();
      for (SearchRequest one : each) {
        counts.add(dated(one, interval));
      }
      Axis axis = Axis.over(interval, counts).orElse(null);
      if (axis != null) {
        axis.check();
      }
      List<Named> named = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        named.add(named(keys.get(i), each.get(i)));
      }
      List<TypicalWords.Of> words = words(each, named);
      List<Series> series = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        series.add(
            series(
                keys.get(i),
                each.get(i),
                named.get(i),
                counts.get(i),
                axis,
                interval,
                words.get(i)));
      }
      return new Trends(
          question.request(),
          nothing ? search.q() : found.explained(),
          interval,
          asked.of(),
          series,
          nothing && asked.split() != null ? new Rest(asked.split(), 0, 0) : rest(found),
          found.parties(),
          found.tookMillis());
    }

    private List<SeriesKey> keys(SearchResult found) {
      Facet split = asked.split();
      if (split != null) {
        return values(found, split).stream()
            .filter(value -> value.count() > 0)
            .map(value -> new SeriesKey(split, value.key()))
            .toList();
      }
      return asked.series().isEmpty() ? List.of(SeriesKey.EVERYTHING) : asked.series();
    }

    private @Nullable Rest rest(SearchResult found) {
      Facet split = asked.split();
      return split == null
          ? null
          : found.facets().stream()
              .filter(FacetCounts.Values.class::isInstance)
              .map(FacetCounts.Values.class::cast)
              .map(values -> new Rest(split, values.others(), values.missing()))
              .findFirst()
              .orElse(null);
    }

    private static List<FacetCounts.Value> values(SearchResult found, Facet facet) {
      return found.facets().stream()
          .filter(counts -> counts.facet() == facet)
          .flatMap(
              counts ->
                  switch (counts) {
                    case FacetCounts.Values values -> values.values().stream();
                    case FacetCounts.Dates _ -> Stream.<FacetCounts.Value>empty();
                  })
          .toList();
    }

    /** The interval that is asked for, or the finest that can be drawn. */
    private DateInterval interval(List<SeriesKey> keys) throws IOException {
      if (asked.interval() != null) {
        return asked.interval();
      }
      List<DatedCounts> months = new ArrayList<>();
      for (SeriesKey key : keys) {
        months.add(dated(key.in(asked.search()), DateInterval.MONTH));
      }
      return Axis.over(DateInterval.MONTH, months).map(Axis::finest).orElse(DateInterval.MONTH);
    }

    private DatedCounts dated(SearchRequest search, DateInterval interval) throws IOException {
      Map<DateInterval, DatedCounts> known = counted.computeIfAbsent(search, _ -> new HashMap<>());
      DatedCounts counts = known.get(interval);
      if (counts == null) {
        counts = asking(search, interval).dated();
        known.put(interval, counts);
      }
      return counts;
    }

    private SearchQuestion asking(SearchRequest search, DateInterval interval) throws IOException {
      return question.again(
          search.withoutHits().withFacets(new FacetsWanted(Set.of(), 1, interval)));
    }

    /**
     * How a series is called, and its oldest quotation.
     *
     * @param total how many quotations it has
     */
    private record Named(String label, long total, @Nullable Hit first) {}

    private Named named(SeriesKey key, SearchRequest search) throws IOException {
      SearchQuestion one =
          question.again(search.withPage(SortOrder.OLDEST, 1, null).withFacets(Set.of(), 1));
      SearchResult result = one.result();
      boolean nothing = result.relaxed();
      return new Named(
          labels.containsKey(key.value())
              ? labels.getOrDefault(key.value(), key.value())
              : label(key, one.request(), result.parties()),
          nothing ? 0 : result.total(),
          nothing
              ? null
              : result.hits().stream()
                  .filter(hit -> hit.article().date() != null)
                  .findFirst()
                  .orElse(null));
    }

    private static String label(SeriesKey key, SearchRequest canonical, PartyLabels parties) {
      Facet facet = key.facet();
      if (facet == null) {
        return key.isEverything() ? "Everything" : key.value();
      }
      return canonical.filters().getOrDefault(facet, List.of(key.value())).stream()
          .map(value -> facet.isById() ? parties.of(value) : value)
          .collect(Collectors.joining(" or "));
    }

    private Series series(
        SeriesKey key,
        SearchRequest search,
        Named named,
        DatedCounts counts,
        @Nullable Axis axis,
        DateInterval interval,
        TypicalWords.Of words)
        throws IOException {
      return new Series(
          key,
          named.label(),
          whole(named.label()),
          search,
          named.total(),
          counts.undated(),
          counts.sureness(),
          axis == null
              ? List.of()
              : axis.points(
                  counts, dated(whole(key), interval), asked.search().from(), asked.search().to()),
          named.first(),
          words.words(),
          words.sampled());
    }

    /** What a series is a share of. */
    private SearchRequest whole(SeriesKey key) {
      SearchRequest search = asked.search();
      SearchRequest anything =
          search
              .withTyped(new TypedQuery("", search.syntax(), search.match(), search.variants()))
              .withFilters(Map.of());
      return switch (asked.of()) {
        case ALL -> anything;
        case OWN -> key.in(anything);
        case FOUND -> search;
      };
    }

    private String whole(String label) {
      return switch (asked.of()) {
        case ALL -> "all quotations in the archive";
        case OWN -> "all quotations of " + label;
        case FOUND -> "all quotations that the search finds";
      };
    }

    private List<TypicalWords.Of> words(List<SearchRequest> each, List<Named> named)
        throws IOException {
      List<SearchQuestion> questions = new ArrayList<>();
      for (SearchRequest one : each) {
        questions.add(asking(one, DateInterval.MONTH));
      }
      SearchRequest whole = each.size() == 1 ? whole(SeriesKey.EVERYTHING) : asked.search();
      return questions.isEmpty()
          ? List.of()
          : new TypicalWords(asked.words())
              .of(
                  questions,
                  named.stream().map(one -> one.label() + " " + asked.search().q()).toList(),
                  asking(whole, DateInterval.MONTH));
    }
  }
}
