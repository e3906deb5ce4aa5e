package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import org.onrecord.backend.lucene.copies.Folding;
import org.onrecord.backend.lucene.facet.DateHistogram;
import org.onrecord.backend.lucene.facet.FacetPages;
import org.onrecord.backend.lucene.facet.FacetValues;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.HitsQuery;
import org.onrecord.backend.lucene.query.SortFields;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.search.FacetCounts;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;

/** What is given of the hits of one request: some in an order, and counts. For one thread. */
record SearchRun(
    ArchiveSearcher searcher, SearchColumns columns, SearchRequest request, MatchedHits matched) {

  long total() {
    return matched.shown().count();
  }

  Folding folding() {
    return matched.folding();
  }

  /**
   * The next {@code size} hits after one; the first where there is none.
   *
   * @param scoring what the hits are worth
   */
  TopFieldDocs after(Scoring scoring, @Nullable FieldDoc last, int size) throws IOException {
    if (size == 0 || total() == 0) {
      return found(new ScoreDoc[0], new SortField[0]);
    }
    Query query =
        request.sort().isByScore()
            ? scoring.ranked(searcher.getIndexReader(), matched.shown())
            : new HitsQuery(matched.shown());
    TopFieldDocs top =
        searcher.search(
            query, new TopFieldCollectorManager(SortFields.of(request.sort()), size, last, 1));
    if (request.sort().isByScore()) {
      for (ScoreDoc hit : top.scoreDocs) {
        hit.score = (Float) ((FieldDoc) hit).fields[0];
      }
    } else {
      TopFieldCollector.populateScores(top.scoreDocs, searcher, scoring.relevance());
    }
    return found(top.scoreDocs, top.fields);
  }

  private TopFieldDocs found(ScoreDoc[] docs, SortField[] fields) {
    return new TopFieldDocs(new TotalHits(total(), TotalHits.Relation.EQUAL_TO), docs, fields);
  }

  /** The {@code most} first of the articles that the hits stand in. */
  ArticleGroups articles(Scoring scoring, SortOrder sort, int most) throws IOException {
    return most == 0
        ? new ArticleGroups(columns.articles().count(matched.shown()), List.of())
        : searcher.search(
            scoring.ranked(searcher.getIndexReader(), matched.shown()),
            new ArticleGroups.Collecting(sort, most));
  }

  /** The facet's values over the hits that its own selection does not narrow. */
  FacetPage list(FacetListing listing) throws IOException {
    MatchedHits.Counted counted = matched.countedFor(listing.facet());
    return new FacetPages(
            searcher,
            columns.facets(),
            listing,
            request.identity(),
            selected(listing.facet()),
            counted.copies())
        .of(counted.hits());
  }

  /** What the request wants counted. */
  List<FacetCounts> facets() throws IOException {
    List<FacetCounts> facets = new ArrayList<>();
    Set<Facet> wanted = EnumSet.noneOf(Facet.class);
    wanted.addAll(request.facets());
    for (Facet facet : wanted) {
      facets.add(count(facet));
    }
    return facets;
  }

  private FacetCounts count(Facet facet) throws IOException {
    searcher.deadline().check();
    return matched.isEverything()
        ? columns.everything().of(searcher, facet, request, () -> counted(facet))
        : counted(facet);
  }

  private FacetCounts counted(Facet facet) throws IOException {
    MatchedHits.Counted counted = matched.countedFor(facet);
    return facet == Facet.DATE
        ? DateHistogram.of(columns.facets(), counted.hits(), counted.copies(), request.interval())
        : new FacetValues(
                searcher,
                columns.facets(),
                facet,
                request.facetSize(),
                selected(facet),
                counted.copies())
            .of(counted.hits());
  }

  private List<String> selected(Facet facet) {
    return facet == Facet.TYPE
        ? request.types().stream().map(DocumentType::label).sorted().toList()
        : request.filters().getOrDefault(facet, List.of());
  }
}
