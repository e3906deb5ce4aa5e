package org.onrecord.page.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.CodePoints;
import org.onrecord.page.PageHead;
import org.onrecord.page.Wording;
import org.onrecord.page.part.Address;
import org.onrecord.page.part.DateChart;
import org.onrecord.page.part.Tab;
import org.onrecord.query.QuerySyntax;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.RelatedTerms;
import org.onrecord.search.SearchQuestion;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;

/** Answers searches with views. Safe for use by several threads. */
public final class SearchPages {
  private static final int MOST_LISTED = 200;

  private final SearchService service;
  private final WhoCard.Memberships memberships;

  public SearchPages(SearchService service, WhoCard.Memberships memberships) {
    this.service = service;
    this.memberships = memberships;
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
    SearchRequest counted = counting(asked, listed);
    try (SearchQuestion question = service.understand(counted)) {
      return answered(address, counted, question, listed);
    } catch (InvalidRequestException e) {
      String q = asked.q();
      boolean placed = e.parameter().equals("q") && e.position() >= 0 && e.position() <= q.length();
      int position = placed ? new CodePoints(q).of(e.position()) : -1;
      return refused(
          address, QueryFault.of(List.of(String.valueOf(e.getMessage())), position, address));
    }
  }

  /** With the facet that is shown longer. */
  private static SearchRequest counting(SearchRequest asked, @Nullable Listed listed) {
    if (listed == null || asked.facets().contains(listed.facet())) {
      return asked;
    }
    Set<Facet> facets = EnumSet.of(listed.facet());
    facets.addAll(asked.facets());
    return asked.withFacets(facets, asked.facetSize());
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
        ownSyntax(address),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        address.text("from"),
        address.text("to"),
        null,
        null);
  }

  private static QueryReading.@Nullable Link ownSyntax(Address address) {
    return switch (address.syntax()) {
      case ONRECORD -> null;
      case LUCENE ->
          new QueryReading.Link(
              "Go back to " + Wording.syntax(QuerySyntax.ONRECORD),
              address.without("syntax").page());
    };
  }

  /** The same search with parties by their ids, whatever they were asked for by. */
  private static Address byIds(Address given, SearchRequest canonical) {
    Address address = given;
    for (Map.Entry<Facet, List<String>> filter : canonical.filters().entrySet()) {
      if (filter.getKey().isById()) {
        address = address.replacing(filter.getKey().label(), filter.getValue());
      }
    }
    return address;
  }

  private SearchView answered(
      Address given, SearchRequest asked, SearchQuestion question, @Nullable Listed listed)
      throws IOException {
    Address address = byIds(given, question.request());
    Tab.Kind kind = Tab.Kind.of(address);
    boolean byArticle = kind == Tab.Kind.ARTICLES;
    int skip = byArticle ? skip(asked.after()) : 0;
    SearchResult result =
        byArticle ? question.again(asked.withoutHits()).result() : question.result();
    ArticleHits articles =
        (byArticle ? question : question.again(passages(asked).forTotal()))
            .articles(result.match(), skip);
    List<FacetBox> boxes = boxes(address, question, result, listed);
    long ticked = Address.FILTERS.stream().mapToLong(f -> address.all(f.label()).size()).sum();
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
        ownSyntax(address),
        QueryReading.of(
            asked,
            result,
            address,
            asked.after() == null && chips.isEmpty() && !result.relaxed()
                ? RelatedTerms.of(question, asked)
                : List.of(),
            result.relaxed()
                ? new NothingFound(question, address, asked, result, kind).fewer()
                : List.of()),
        WhoCard.of(question, address, asked, memberships),
        asked.q().isBlank() && chips.isEmpty() ? ExampleSearches.of(result, question) : List.of(),
        chips,
        chips.size() > 1 ? address.unfiltered().page() : null,
        address.all(Facet.SPEAKER.label()).size() == 1 ? WhoCard.timeline(address) : null,
        tabs(address, result, articles.total()),
        boxes,
        unusual(address, boxes),
        ticked == 0 ? "" : ticked + " on",
        chips.isEmpty() || asked.from() == null && asked.to() == null
            ? "any"
            : Chip.days(asked.from(), asked.to()),
        address.text("from"),
        address.text("to"),
        chart(address, asked, result, kind),
        new ResultsFound(question, address, asked, result, kind).view(articles, skip));
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
    return Stream.of("type", "match", "syntax", "variants", "size")
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

  private static List<FacetBox> boxes(
      Address address, SearchQuestion question, SearchResult result, @Nullable Listed listed)
      throws IOException {
    List<FacetBox> boxes = new ArrayList<>();
    for (Facet facet : Address.FILTERS) {
      String name = facet.label();
      Optional<FacetCounts.Values> counts = values(result, facet);
      boolean telling =
          counts.isPresent()
              && (result.total() > 0 && !facet.isSeldomSaid()
                  || !counts.get().values().isEmpty()
                  || address.has(name)
                  || listed != null && listed.facet() == facet);
      if (telling) {
        FacetBox box = FacetBox.of(counts.get(), address);
        boxes.add(listed != null && listed.facet() == facet ? list(box, question, listed) : box);
      }
    }
    return boxes;
  }

  /** How the facets are opened that are counted only where they are asked for. */
  private static List<QueryReading.Link> unusual(Address address, List<FacetBox> boxes) {
    return Address.FILTERS.stream()
        .filter(facet -> !Facet.USUAL.contains(facet))
        .filter(facet -> boxes.stream().noneMatch(box -> box.name().equals(facet.label())))
        .map(facet -> new QueryReading.Link(facet.title(), FacetBox.more(address, facet.label())))
        .toList();
  }

  private static FacetBox list(FacetBox box, SearchQuestion question, Listed listed)
      throws IOException {
    FacetPage page =
        question.facet(new FacetListing(listed.facet(), listed.prefix(), MOST_LISTED, null));
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
}
