package org.onrecord.page;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;
import org.onrecord.search.SortOrder;

/** Answers searches with views. Safe for use by several threads. */
public final class SearchPages {
  private static final List<Integer> SIZES = List.of(SearchView.SIZE, 50, SearchRequest.MAX_SIZE);
  private static final int MOST_LISTED = 200;

  private final SearchService service;

  public SearchPages(SearchService service) {
    this.service = service;
  }

  /**
   * One facet to be shown longer than others.
   *
   * @param prefix how a word of its values begins; empty for all
   */
  public record Listed(Facet facet, String prefix) {}

  /**
   * The view of a search, also where it cannot be understood.
   *
   * @param asked what the address asks for, for passages where it asks for articles
   * @param listed the facet that is shown longer; null for none
   */
  public SearchView answer(Address address, SearchRequest asked, @Nullable Listed listed)
      throws IOException {
    try {
      return answered(address, asked, listed);
    } catch (InvalidRequestException e) {
      String q = asked.q();
      boolean placed = e.parameter().equals("q") && e.position() >= 0 && e.position() <= q.length();
      int position = placed ? new CodePoints(q).of(e.position()) : -1;
      return refused(
          address, QueryFault.of(List.of(String.valueOf(e.getMessage())), position, address));
    }
  }

  /** The view of a search whose parameters cannot be read. */
  public SearchView refused(Address address, List<String> messages) {
    return refused(address, QueryFault.of(messages, -1, address));
  }

  private static SearchView refused(Address address, QueryFault fault) {
    return new SearchView(
        new PageHead(
            address.text("q"), address.text("q"), PageHead.Place.SEARCH, null, null, false),
        address.page(),
        address.text("q"),
        hidden(address),
        fault,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        "",
        "",
        address.text("from"),
        address.text("to"),
        null,
        null);
  }

  private SearchView answered(Address address, SearchRequest asked, @Nullable Listed listed)
      throws IOException {
    Tab.Kind kind = Tab.Kind.of(address);
    boolean byArticle = kind == Tab.Kind.ARTICLES;
    int skip = byArticle ? skip(asked.after()) : 0;
    SearchResult result = service.search(byArticle ? asked.withoutHits() : asked);
    ArticleHits articles =
        service.articles(byArticle ? asked : passages(asked).forTotal(), result.match(), skip);
    List<FacetBox> boxes = boxes(address, asked, result, listed);
    long ticked = Address.FILTERS.stream().mapToLong(name -> address.all(name).size()).sum();
    List<Chip> chips = Chip.of(address, boxes, asked.from(), asked.to());
    long total = byArticle ? articles.total() : result.total();
    String title = title(address, kind, total);
    return new SearchView(
        new PageHead(
            title,
            asked.q(),
            PageHead.Place.SEARCH,
            address.api("/api/v1/feed.atom"),
            null,
            address.parameters().isEmpty()),
        address.page(),
        asked.q(),
        hidden(address),
        null,
        Reading.of(asked, result, address),
        asked.q().isBlank() && chips.isEmpty() ? tries(result) : List.of(),
        chips,
        chips.size() > 1 ? address.unfiltered().page() : null,
        tabs(address, result, articles.total()),
        boxes,
        ticked == 0 ? "" : ticked + " on",
        chips.isEmpty() || asked.from() == null && asked.to() == null
            ? "any"
            : Chip.days(asked.from(), asked.to()),
        address.text("from"),
        address.text("to"),
        chart(address, asked, result, kind),
        new ResultsOf(service, address, asked, result, kind).make(articles, skip));
  }

  private static SearchRequest passages(SearchRequest asked) {
    return asked.withTypes(Tab.Kind.PASSAGES.documents());
  }

  private static int skip(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("[0-9]{1,6}")) {
      throw new InvalidRequestException(
          "after", -1, "There is no such page of articles: begin at the first.", null);
    }
    return Integer.parseInt(after);
  }

  private static String title(Address address, Tab.Kind kind, long total) {
    String q = address.text("q");
    return address.parameters().isEmpty() ? "" : (q.isEmpty() ? "" : q + ": ") + kind.count(total);
  }

  private static List<SearchView.Hidden> hidden(Address address) {
    return Stream.of("type", "match", "variants", "size")
        .filter(address::has)
        .map(name -> new SearchView.Hidden(name, address.text(name)))
        .toList();
  }

  private static List<Tab> tabs(Address address, SearchResult result, long articles) {
    Map<String, Long> counts = new HashMap<>();
    counts.put(Address.ARTICLES, articles);
    values(result, Facet.TYPE)
        .ifPresent(all -> all.values().forEach(v -> counts.put(v.value(), v.count())));
    List<Tab> tabs = new ArrayList<>();
    for (Tab.Kind kind : Tab.Kind.values()) {
      tabs.add(
          new Tab(
              kind.title(),
              Wording.number(counts.getOrDefault(kind.type(), 0L)),
              address.without("size").with("type", kind.type()).page(),
              kind == Tab.Kind.of(address),
              kind.ordinal() + 1));
    }
    return tabs;
  }

  private List<FacetBox> boxes(
      Address address, SearchRequest asked, SearchResult result, @Nullable Listed listed)
      throws IOException {
    List<FacetBox> boxes = new ArrayList<>();
    for (String name : Address.FILTERS) {
      Facet facet = Facet.of(name).orElseThrow();
      Optional<FacetCounts.Values> counts = values(result, facet);
      boolean telling =
          counts.isPresent()
              && (result.total() > 0 || !counts.get().values().isEmpty() || address.has(name));
      if (telling) {
        FacetBox box = FacetBox.of(counts.get(), address);
        boxes.add(listed != null && listed.facet() == facet ? list(box, asked, listed) : box);
      }
    }
    return boxes;
  }

  private FacetBox list(FacetBox box, SearchRequest asked, Listed listed) throws IOException {
    FacetPage page =
        service.facet(asked, new FacetListing(listed.facet(), listed.prefix(), MOST_LISTED, null));
    return box.narrowed(listed.prefix(), page.values(), page.total());
  }

  static Optional<FacetCounts.Values> values(SearchResult result, Facet facet) {
    return result.facets().stream()
        .filter(counts -> counts.facet() == facet)
        .filter(FacetCounts.Values.class::isInstance)
        .map(FacetCounts.Values.class::cast)
        .findFirst();
  }

  private static @Nullable DateChart chart(
      Address address, SearchRequest asked, SearchResult result, Tab.Kind kind) {
    return result.facets().stream()
        .filter(FacetCounts.Dates.class::isInstance)
        .map(FacetCounts.Dates.class::cast)
        .findFirst()
        .map(
            dates ->
                DateChart.of(
                    dates,
                    address,
                    asked.from(),
                    asked.to(),
                    kind == Tab.Kind.ARTICLES ? Tab.Kind.PASSAGES : kind))
        .orElse(null);
  }

  /** What this archive holds to begin with: who is quoted and spoken of most. */
  private static List<Reading.Link> tries(SearchResult result) {
    List<Reading.Link> tries = new ArrayList<>();
    Map<Facet, String> fields = new EnumMap<>(Facet.class);
    fields.put(Facet.MENTION, "");
    fields.put(Facet.SPEAKER, "speaker:");
    fields.put(Facet.PARTY, "party:");
    for (Facet facet : List.of(Facet.MENTION, Facet.SPEAKER, Facet.PARTY)) {
      values(result, facet).stream()
          .flatMap(all -> all.values().stream())
          .map(FacetCounts.Value::value)
          .filter(value -> !value.contains("\""))
          .findFirst()
          .map(value -> typed(fields.getOrDefault(facet, ""), value))
          .ifPresent(
              q -> tries.add(new Reading.Link(q, new Address(Map.of("q", List.of(q))).page())));
    }
    return tries;
  }

  private static String typed(String field, String value) {
    return field.isEmpty() || value.matches("[\\p{L}\\p{N}-]+")
        ? field + value
        : field + '"' + value + '"';
  }

  /** What the results themselves show. */
  private record ResultsOf(
      SearchService service,
      Address address,
      SearchRequest asked,
      SearchResult result,
      Tab.Kind kind) {

    SearchView.Results make(ArticleHits articles, int skip) throws IOException {
      boolean byArticle = kind == Tab.Kind.ARTICLES;
      long total = byArticle ? articles.total() : result.total();
      List<HitView> hits = new ArrayList<>();
      result.hits().forEach(hit -> hits.add(HitView.of(hit, hits.size() + 1, address)));
      List<ArticleCard> cards = new ArrayList<>();
      if (byArticle) {
        articles.articles().forEach(a -> cards.add(ArticleCard.of(a, cards.size() + 1, address)));
      }
      int shown = byArticle ? cards.size() : hits.size();
      String next =
          byArticle ? skip + shown < total ? String.valueOf(skip + shown) : null : result.next();
      boolean grows = asked.after() == null && asked.size() < SIZES.getLast();
      int size = SIZES.stream().filter(s -> s > asked.size()).findFirst().orElse(SIZES.getLast());
      return new SearchView.Results(
          kind.count(total),
          beside(articles.total()),
          sorts(),
          result.totalUnfolded() > result.total() || address.has("copies"),
          address.has("copies"),
          hits,
          cards,
          total == 0 ? nothing() : null,
          shown(shown, total, next != null),
          next == null
              ? null
              : grows
                  ? address.with("size", String.valueOf(size)).page()
                  : address.with("size", String.valueOf(asked.size())).after(next).page(),
          grows
              ? "Show " + Wording.number(Math.min(size, total) - shown) + " more"
              : "Next " + Wording.number(asked.size()),
          grows,
          asked.after() == null ? null : address.without("after").page(),
          address.api("/api/v1/export") + (address.api("").isEmpty() ? "?" : "&") + "format=csv",
          address.api("/api/v1/export") + (address.api("").isEmpty() ? "?" : "&") + "format=jsonl",
          address.api("/api/v1/feed.atom"));
    }

    private String beside(long articles) {
      if (kind == Tab.Kind.ARTICLES) {
        return "with " + Tab.Kind.PASSAGES.count(result.total());
      }
      String copies =
          result.totalUnfolded() > result.total()
              ? ", " + Wording.number(result.totalUnfolded()) + " with copies"
              : "";
      return result.total() == 0 || kind == Tab.Kind.QUOTATIONS
          ? copies.replaceFirst("^, ", "")
          : "in " + Tab.Kind.ARTICLES.count(articles) + copies;
    }

    private String shown(int shown, long total, boolean more) {
      if (asked.after() != null) {
        return "";
      }
      return more
          ? Wording.number(shown) + " of " + Wording.number(total) + " shown"
          : shown < 2 ? "" : "All " + Wording.number(shown) + " shown";
    }

    private List<SearchView.Sort> sorts() {
      return Stream.of(SortOrder.values())
          .map(
              order ->
                  new SearchView.Sort(
                      order.label().equals(address.unsaidSort()) ? "" : order.label(),
                      switch (order) {
                        case RELEVANCE -> "Best match";
                        case RECENT -> "Best match, recent first";
                        case NEWEST -> "Newest first";
                        case OLDEST -> "Oldest first";
                      },
                      order == asked.sort()))
          .toList();
    }

    private SearchView.Nothing nothing() throws IOException {
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
      boolean narrowed = !asked.filters().isEmpty() || asked.from() != null || asked.to() != null;
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

    private void withoutFilters(List<SearchView.Way> ways) throws IOException {
      for (Facet facet : asked.filters().keySet()) {
        Map<Facet, List<String>> fewer = new EnumMap<>(Facet.class);
        fewer.putAll(asked.filters());
        fewer.remove(facet);
        String name =
            FacetBox.shortTitle(facet) + " " + Wording.list(address.all(facet.label()), "or");
        add(ways, "Without " + name, address.without(facet.label()), asked.withFilters(fewer));
      }
      if (asked.from() != null || asked.to() != null) {
        add(
            ways,
            "On any date",
            address.without("from").without("to"),
            asked.withDays((LocalDate) null, null));
      }
      if (ways.isEmpty()) {
        add(
            ways,
            "Without any filter",
            address.unfiltered(),
            asked.withFilters(Map.of()).withDays(null, null));
      }
    }

    /** Adds a search if it finds anything. */
    private void add(List<SearchView.Way> ways, String text, Address to, SearchRequest request)
        throws IOException {
      SearchResult found = service.search(request.forTotal());
      if (found.total() > 0) {
        ways.add(
            new SearchView.Way(
                text,
                to.page(),
                (Tab.Kind.of(to) == Tab.Kind.ARTICLES ? Tab.Kind.PASSAGES : Tab.Kind.of(to))
                    .count(found.total())));
      }
    }
  }
}
