package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.Cursor;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.query.Query;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.BackendResult;
import org.onrecord.search.CopyMode;
import org.onrecord.search.DatedCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SampledWords;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchScope;
import org.onrecord.search.SortOrder;
import org.onrecord.search.WordTallies;
import tools.jackson.databind.JsonNode;

/**
 * Answers what one view of an archive on a cluster is asked with words: a query is compiled once.
 * For one thread, on one question.
 */
public final class ClusterSearch {
  /** How many hits one article may have. */
  private static final int MOST_WITHIN = 10_000;

  private final IndexView view;
  private final CompiledQuery.Reading reading;
  private final CompiledQuery.Records records;
  private final PageReader pages;
  private final CopyCache copies;
  private final Map<Wanted, CompiledQuery> compiled = new HashMap<>();

  ClusterSearch(
      IndexView view,
      CompiledQuery.Reading reading,
      CompiledQuery.Records records,
      PageReader pages,
      CopyCache copies) {
    this.view = view;
    this.reading = reading;
    this.records = records;
    this.pages = pages;
    this.copies = copies;
  }

  private record Wanted(Query query, MatchMode match) {}

  CompiledQuery compiled(Query query, MatchMode match) throws IOException {
    Wanted wanted = new Wanted(query, match);
    CompiledQuery known = compiled.get(wanted);
    if (known == null) {
      Query inMode =
          switch (match) {
            case ALL -> query;
            case ANY -> query.loosened();
          };
      known = CompiledQuery.of(view, reading, records, inMode);
      compiled.put(wanted, known);
    }
    return known;
  }

  Matching matching(Query query, MatchMode match, SearchScope scope, Set<Facet> counted)
      throws IOException {
    return Matching.of(view, copies, compiled(query, match).matching(), scope, counted);
  }

  public BackendResult search(SearchRequest request, Query query, MatchMode match)
      throws IOException {
    @Nullable Cursor after =
        request.after() == null ? null : Cursor.parse(request.after(), request);
    Matching matching = matching(query, match, request.scope(), request.facets());
    CountedFacets counting = CountedFacets.of(request, matching);
    Map<String, Object> body = body(request, query, match, counting);
    if (after != null) {
      body.put("search_after", HitRows.after(after));
    }
    JsonNode answer = view.search(body);
    long total = answer.path("hits").path("total").path("value").asLong();
    List<JsonNode> top = new ArrayList<>();
    answer.path("hits").path("hits").forEach(top::add);
    List<JsonNode> shown = top.subList(0, Math.min(top.size(), request.size()));
    return new BackendResult(
        total,
        total + matching.copies().count(),
        hits(shown, query, match, matching.copies()),
        counting.counts(view, reading.cache(), answer.path("aggregations")),
        shown.isEmpty() || shown.size() == top.size()
            ? null
            : HitRows.cursor(request, shown.getLast()));
  }

  /** Every hit, over a view that is held until the stream is closed. */
  public HitStream stream(SearchRequest request, Query query, MatchMode match) throws IOException {
    Matching matching = matching(query, match, request.scope(), Set.of());
    SearchRequest wanted = request.withPage(request.sort(), SearchRequest.MAX_SIZE, null);
    IndexView held = view.hold();
    try {
      return new HitExport(
          held,
          body(wanted, query, match, CountedFacets.none(matching)),
          hits -> hits(hits, query, match, matching.copies()));
    } catch (IOException | RuntimeException e) {
      held.giveBack();
      throw e;
    }
  }

  /** The articles that the hits stand in. */
  public ArticleHits articles(SearchRequest request, Query query, MatchMode match, int skip)
      throws IOException {
    Matching matching = matching(query, match, request.scope(), Set.of());
    int most = request.size() == 0 ? 0 : skip + request.size();
    JsonNode told =
        view.search(
                Map.of(
                    "size",
                    0,
                    "query",
                    ranked(request, query, match, matching.shown()),
                    "aggs",
                    HitsByArticle.asked(request.sort(), most)))
            .path("aggregations");
    List<JsonNode> page = new ArrayList<>();
    HitsByArticle.articles(told).forEach(page::add);
    page = page.subList(Math.min(skip, page.size()), page.size());
    List<Hit> best =
        hits(page.stream().map(HitsByArticle::best).toList(), query, match, FoundCopies.NONE);
    List<ArticleHits.ArticleHit> articles = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      articles.add(new ArticleHits.ArticleHit(page.get(i).path("doc_count").asLong(), best.get(i)));
    }
    return new ArticleHits(HitsByArticle.total(told), articles);
  }

  public FacetPage facet(SearchRequest request, Query query, MatchMode match, FacetListing listing)
      throws IOException {
    return new FacetListings(view, reading.cache(), request, listing)
        .of(matching(query, match, request.scope(), Set.of(listing.facet())));
  }

  /** By date, within the request's days. */
  public DatedCounts dated(AskedSearch asked) throws IOException {
    SearchRequest request = asked.request();
    Matching matching =
        matching(asked.query(), asked.match(), request.scope(), Set.of(Facet.POLARITY));
    return HitsByDate.of(view, matching, request.interval());
  }

  public SampledWords sampleWords(AskedSearch asked, int most) throws IOException {
    return words().sampled(matching(asked), most);
  }

  public WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) throws IOException {
    List<Matching> found = new ArrayList<>();
    for (AskedSearch one : asked) {
      found.add(matching(one));
    }
    return words().tallied(found, words);
  }

  private WordsOfHits words() {
    return new WordsOfHits(view, records, reading);
  }

  private Matching matching(AskedSearch asked) throws IOException {
    return matching(asked.query(), asked.match(), asked.request().scope(), Set.of());
  }

  /** Asks for hits in an order, and for counts beside them. */
  private Map<String, Object> body(
      SearchRequest request, Query query, MatchMode match, CountedFacets counting)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    HitRows.addTo(body, request.sort(), request.size() == 0 ? 0 : request.size() + 1);
    body.put("query", ranked(request, query, match, counting.filters()));
    counting.addTo(body);
    return body;
  }

  /** What matches, worth what the order says. */
  Map<String, Object> ranked(
      SearchRequest request, Query query, MatchMode match, List<Map<String, Object>> filters)
      throws IOException {
    CompiledQuery known = compiled(query, match);
    if (request.size() == 0) {
      return new Dsl.Bool().filter(known.matching()).filter(filters).build();
    }
    return RankingDsl.ranked(
        known.worth(known.helping(view, reading, records, request.sort()), filters),
        request.sort(),
        known.share(),
        request.sort() == SortOrder.RECENT ? newest() : 0);
  }

  /** The day of the newest article, today at the latest. */
  private long newest() throws IOException {
    JsonNode last =
        view.post(
                "_search",
                Map.of(
                    "size",
                    0,
                    "query",
                    view.live(),
                    "aggs",
                    Map.of("last", Map.of("max", Map.of("field", Fields.DATE)))))
            .path("aggregations")
            .path("last")
            .path("value");
    long today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toEpochDay();
    return last.isNumber() ? Math.min(today, (long) last.asDouble()) : today;
  }

  List<Hit> hits(List<JsonNode> hits, Query query, MatchMode match, FoundCopies copies)
      throws IOException {
    return pages.hits(
        new HitRows(view, records).found(hits, copies), compiled(query, match).wanted());
  }

  /** The hits of one article, in reading order. */
  public List<Hit> within(ArticleId article, SearchRequest request, Query query, MatchMode match)
      throws IOException {
    CompiledQuery known = compiled(query, match);
    List<Map<String, Object>> filters =
        new ArrayList<>(new ScopeDsl(view, request.scope().withCopies(CopyMode.UNFOLD)).all());
    filters.add(Dsl.term(Fields.ARTICLE, article.value()));
    JsonNode answer =
        view.search(Map.of("query", known.worth(List.of(), filters), "size", MOST_WITHIN));
    List<JsonNode> found = new ArrayList<>();
    answer.path("hits").path("hits").forEach(found::add);
    List<Hit> hits = new ArrayList<>(hits(found, query, match, FoundCopies.NONE));
    hits.sort(Comparator.comparing(Hit::place));
    return hits;
  }
}
