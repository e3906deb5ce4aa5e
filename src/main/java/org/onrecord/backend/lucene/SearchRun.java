package org.onrecord.backend.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.FoldedHits;
import org.onrecord.backend.lucene.copies.Folding;
import org.onrecord.backend.lucene.facet.DateHistogram;
import org.onrecord.backend.lucene.facet.FacetPages;
import org.onrecord.backend.lucene.facet.FacetValues;
import org.onrecord.backend.lucene.index.DocumentFields;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.SortFields;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;

/**
 * One search over one view of the index: a single pass finds the hits of the page and what every
 * facet counts.
 */
final class SearchRun {
  private final ArchiveSearcher searcher;
  private final FacetsConfig config;
  private final SearchRequest request;

  /** What narrows the hits, by the facet that would lift it. */
  private final Map<Facet, Query> filters = new EnumMap<>(Facet.class);

  SearchRun(ArchiveSearcher searcher, FacetsConfig config, SearchRequest request)
      throws IOException {
    this.searcher = searcher;
    this.config = config;
    this.request = request;
    filters.put(Facet.TYPE, FacetFields.anyOf(Facet.TYPE, typeLabels()));
    request
        .filters()
        .forEach(
            (facet, values) -> {
              if (!values.isEmpty()) {
                filters.put(facet, searcher.names().of(facet).anyOf(values));
              }
            });
    leaveUnsaid();
    if (request.from() != null || request.to() != null) {
      filters.put(
          Facet.DATE,
          LongField.newRangeQuery(
              Fields.DATE, day(request.from(), Long.MIN_VALUE), day(request.to(), Long.MAX_VALUE)));
    }
  }

  /** What was not said is lifted by choosing a polarity. */
  private void leaveUnsaid() throws IOException {
    switch (request.quotations().unsaid()) {
      case LEAVE -> {
        if (!filters.containsKey(Facet.POLARITY) && searcher.hasUnsaid()) {
          filters.put(
              Facet.POLARITY,
              new BooleanQuery.Builder()
                  .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                  .add(ArchiveSearcher.UNSAID, Occur.MUST_NOT)
                  .build());
        }
      }
      case INCLUDE -> {}
    }
  }

  private static long day(@Nullable LocalDate date, long open) {
    return date == null ? open : date.toEpochDay();
  }

  private List<String> typeLabels() {
    return request.types().stream().map(DocumentType::label).sorted().toList();
  }

  /**
   * What was found.
   *
   * @param top the hits of the page and, where there are more, one beyond
   * @param folding which further hits they stand for
   */
  record Found(TopFieldDocs top, List<FacetCounts> facets, Folding folding) {}

  Found find(Query scoring) throws IOException {
    DrillDownQuery query = drillDown(scoring);
    FoldedHits unhidden = page(request.size() + 1, after(), folding(query));
    Found found = request.facets().isEmpty() ? plain(query, unhidden) : counted(query, unhidden);
    score(found.top(), query);
    return found;
  }

  /** Every hit, of which any number can be asked for at a time. */
  All all(Query scoring) throws IOException {
    DrillDownQuery query = drillDown(scoring);
    return new All(query, folding(query));
  }

  /** Every hit over the one view. */
  final class All {
    private final Query query;
    private final Folding folding;

    private All(Query query, Folding folding) {
      this.query = query;
      this.folding = folding;
    }

    Folding folding() {
      return folding;
    }

    /** The {@code most} first of the articles that the hits stand in. */
    ArticleGroups articles(SortOrder sort, int most) throws IOException {
      return searcher.search(query, new ArticleGroups.Collecting(folding, sort, most));
    }

    /** The next {@code size} hits after one; the first where there is none. */
    TopFieldDocs after(@Nullable FieldDoc last, int size) throws IOException {
      TopFieldDocs top = searcher.search(query, page(size, last, folding));
      score(top, query);
      return top;
    }
  }

  private FoldedHits page(int size, @Nullable FieldDoc after, Folding folding) {
    return new FoldedHits(
        new TopFieldCollectorManager(SortFields.of(request.sort()), size, after, Integer.MAX_VALUE),
        folding);
  }

  private Folding folding(Query query) throws IOException {
    return switch (request.copies()) {
      case FOLD -> Folding.of(searcher, query);
      case UNFOLD -> Folding.none(searcher);
    };
  }

  private void score(TopFieldDocs top, Query query) throws IOException {
    switch (request.sort()) {
      case RELEVANCE, RECENT -> {
        for (ScoreDoc hit : top.scoreDocs) {
          hit.score = (Float) ((FieldDoc) hit).fields[0];
        }
      }
      case NEWEST, OLDEST -> TopFieldCollector.populateScores(top.scoreDocs, searcher, query);
    }
  }

  /** The facet's values over the hits that its own selection does not narrow. */
  FacetPage list(Query matching, FacetListing listing) throws IOException {
    BooleanQuery.Builder query = base(matching);
    filters.forEach(
        (facet, filter) -> {
          if (facet != listing.facet()) {
            query.add(filter, Occur.FILTER);
          }
        });
    FacetsCollector hits = searcher.search(query.build(), new FacetsCollectorManager());
    return new FacetPages(searcher, listing, selected(listing.facet()), request.copies()).of(hits);
  }

  /** What is found in one article, in the order of the index. */
  List<ScoreDoc> within(Query matching, ArticleId article) throws IOException {
    BooleanQuery.Builder query = base(matching);
    filters.values().forEach(filter -> query.add(filter, Occur.FILTER));
    query.add(new TermQuery(new Term(Fields.ARTICLE, article.value())), Occur.FILTER);
    Query all = query.build();
    return List.of(searcher.search(all, Math.max(1, searcher.count(all))).scoreDocs);
  }

  private BooleanQuery.Builder base(Query query) {
    BooleanQuery.Builder base =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentFields.ARTICLE_TYPE)), Occur.MUST_NOT);
    addAtLeast(base, Fields.CONFIDENCE, request.quotations().minConfidence());
    addAtLeast(base, Fields.SPEAKER_CONFIDENCE, request.quotations().minSpeakerConfidence());
    return base;
  }

  private static void addAtLeast(BooleanQuery.Builder base, String field, double least) {
    if (least > 0) {
      int percent = DocumentFields.percent(least);
      base.add(IntField.newRangeQuery(field, percent, Integer.MAX_VALUE), Occur.FILTER);
    }
  }

  private @Nullable FieldDoc after() {
    String after = request.after();
    return after == null ? null : Cursor.parse(after, request.sort()).fieldDoc();
  }

  /**
   * Filters of facets that are counted can be lifted one at a time; the others are part of the
   * query.
   */
  private DrillDownQuery drillDown(Query scoring) {
    BooleanQuery.Builder base = base(scoring);
    Set<Facet> liftable = EnumSet.noneOf(Facet.class);
    filters.forEach(
        (facet, filter) -> {
          if (request.facets().contains(facet)) {
            liftable.add(facet);
          } else {
            base.add(filter, Occur.FILTER);
          }
        });
    DrillDownQuery query = new DrillDownQuery(config, base.build());
    liftable.forEach(facet -> query.add(facet.label(), filters.get(facet)));
    return query;
  }

  private Found plain(DrillDownQuery query, FoldedHits hits) throws IOException {
    return new Found(searcher.search(query, hits), List.of(), hits.folding());
  }

  private Found counted(DrillDownQuery query, FoldedHits hits) throws IOException {
    var result = new Collecting(searcher, config).search(query, hits);
    List<FacetCounts> facets = new ArrayList<>();
    for (Facet facet : EnumSet.copyOf(request.facets())) {
      FacetsCollector counted = result.drillDownFacetsCollector;
      for (int i = 0; filters.containsKey(facet) && i < result.drillSidewaysDims.length; i++) {
        if (result.drillSidewaysDims[i].equals(facet.label())) {
          counted = result.drillSidewaysFacetsCollector[i];
        }
      }
      facets.add(count(facet, counted));
    }
    return new Found(result.collectorResult, facets, hits.folding());
  }

  private FacetCounts count(Facet facet, FacetsCollector hits) throws IOException {
    searcher.deadline().check();
    if (facet == Facet.DATE) {
      return DateHistogram.of(hits, request.interval(), request.copies(), searcher.deadline());
    }
    return new FacetValues(searcher, facet, request.facetSize(), selected(facet), request.copies())
        .of(hits);
  }

  private List<String> selected(Facet facet) {
    return facet == Facet.TYPE ? typeLabels() : request.filters().getOrDefault(facet, List.of());
  }

  /** Leaves the counting to us: Lucene's would count every facet for each one that is narrowed. */
  private static final class Collecting extends DrillSideways {
    Collecting(ArchiveSearcher searcher, FacetsConfig config) {
      super(searcher, config, (TaxonomyReader) null);
    }

    @Override
    protected @Nullable Facets buildFacetsResult(
        FacetsCollector hits, FacetsCollector[] sideways, String[] dimensions) {
      return null;
    }
  }
}
