package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.Folding;
import org.onrecord.backend.lucene.facet.NameBeginnings;
import org.onrecord.backend.lucene.index.DocumentCodec;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Certainty;
import org.onrecord.backend.lucene.query.Feedback;
import org.onrecord.backend.lucene.query.QueryCompiler;
import org.onrecord.backend.lucene.query.Recency;
import org.onrecord.backend.lucene.query.TermExpansion;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.Passages;

/**
 * Answers what is asked with words: compiles a query for one view of the index, runs it there, and
 * reads what it finds. Safe for use by several threads.
 */
final class LuceneSearch {
  private final Analyzer ofQueries = NewsAnalyzer.forQueries();
  private final Analyzer ofDocuments = NewsAnalyzer.create();
  private final NameBeginnings beginnings = new NameBeginnings();
  private final DocumentCodec codec;
  private final FacetFields facets;
  private final int expansion;

  /**
   * A way to search.
   *
   * @param expansion how many words of a field a prefix or fuzzy word stands for at the most
   */
  LuceneSearch(DocumentCodec codec, FacetFields facets, int expansion) {
    this.codec = codec;
    this.expansion = expansion;
    this.facets = facets;
  }

  DocumentCodec codec() {
    return codec;
  }

  /** The paragraphs of a view, to be compared with what somebody is claimed to have said. */
  Passages passages(ArchiveSearcher searcher) {
    return new LucenePassages(searcher, codec, ofDocuments);
  }

  BackendResult search(
      ArchiveSearcher searcher,
      SearchRequest request,
      org.onrecord.query.Query query,
      MatchMode match)
      throws IOException {
    org.onrecord.query.Query wanted = wanted(query, match);
    QueryCompiler compiler = compiler(searcher);
    SearchRun.Found found =
        new SearchRun(searcher, facets.config(), request)
            .find(scoring(searcher, request, wanted, compiler));
    ScoreDoc[] top = found.top().scoreDocs;
    int shown = Math.min(top.length, request.size());
    List<ScoreDoc> page = List.of(top).subList(0, shown);
    List<Hit> hits =
        new HitReader(searcher, codec, compiler.matching(wanted), found.folding()).hits(page);
    long total = found.top().totalHits.value();
    return new BackendResult(
        total, total + found.folding().count(), hits, found.facets(), next(request, top, shown));
  }

  /** Every hit; the searcher stays open as long as they are read. */
  HitStream stream(
      ArchiveSearcher searcher,
      SearchRequest request,
      org.onrecord.query.Query query,
      MatchMode match)
      throws IOException {
    org.onrecord.query.Query wanted = wanted(query, match);
    QueryCompiler compiler = compiler(searcher);
    SearchRun.All all =
        new SearchRun(searcher, facets.config(), request)
            .all(scoring(searcher, request, wanted, compiler));
    HitReader reader = new HitReader(searcher, codec, compiler.matching(wanted), all.folding());
    return new ExportRun(all, reader::hits);
  }

  /** Where any word will do, what the best hits have in common tells what is meant by them. */
  private Query scoring(
      ArchiveSearcher searcher,
      SearchRequest request,
      org.onrecord.query.Query wanted,
      QueryCompiler compiler)
      throws IOException {
    Query scoring = compiler.scoring(wanted);
    boolean loosened = wanted.wanted().anyMatch(SameRoot.class::isInstance);
    Query helped =
        loosened && request.sort().isByScore() && request.size() > 0
            ? new Feedback(searcher, codec, ofDocuments).helped(scoring)
            : scoring;
    Query surer = request.sort().isByScore() ? Certainty.blended(helped) : helped;
    return request.sort() == SortOrder.RECENT
        ? Recency.blended(searcher.getIndexReader(), surer)
        : surer;
  }

  /** The articles that the hits stand in. */
  ArticleHits articles(
      ArchiveSearcher searcher,
      SearchRequest request,
      org.onrecord.query.Query query,
      MatchMode match,
      int skip)
      throws IOException {
    org.onrecord.query.Query wanted = wanted(query, match);
    QueryCompiler compiler = compiler(searcher);
    SearchRun.All all =
        new SearchRun(searcher, facets.config(), request)
            .all(scoring(searcher, request, wanted, compiler));
    ArticleGroups groups = all.articles(request.sort(), skip + request.size());
    List<ArticleGroups.Group> page =
        groups.best().subList(Math.min(skip, groups.best().size()), groups.best().size());
    List<Hit> hits =
        new HitReader(searcher, codec, compiler.matching(wanted), Folding.none(searcher))
            .hits(page.stream().map(g -> new ScoreDoc(g.doc(), g.score())).toList());
    List<ArticleHits.ArticleHit> articles = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      articles.add(new ArticleHits.ArticleHit(page.get(i).hits(), hits.get(i)));
    }
    return new ArticleHits(groups.total(), articles);
  }

  FacetPage facet(
      ArchiveSearcher searcher,
      SearchRequest request,
      org.onrecord.query.Query query,
      MatchMode match,
      FacetListing listing)
      throws IOException {
    Query matching = compiler(searcher).matching(wanted(query, match));
    return new SearchRun(searcher, facets.config(), request).list(matching, listing);
  }

  /** The hits of one article, in reading order. */
  List<Hit> within(
      ArchiveSearcher searcher,
      ArticleId article,
      SearchRequest request,
      org.onrecord.query.Query query,
      MatchMode match)
      throws IOException {
    Query matching = compiler(searcher).matching(wanted(query, match));
    List<ScoreDoc> found =
        new SearchRun(searcher, facets.config(), request).within(matching, article);
    List<Hit> hits = new HitReader(searcher, codec, matching, Folding.none(searcher)).hits(found);
    hits.sort(Comparator.comparing(Hit::place));
    return hits;
  }

  private static org.onrecord.query.Query wanted(org.onrecord.query.Query query, MatchMode match) {
    return switch (match) {
      case ALL -> query;
      case ANY -> query.loosened();
    };
  }

  private QueryCompiler compiler(ArchiveSearcher searcher) throws IOException {
    return new QueryCompiler(
        ofQueries,
        searcher.names(),
        new TermExpansion(searcher.getIndexReader(), ofDocuments, expansion, searcher.deadline()));
  }

  private static @Nullable String next(SearchRequest request, ScoreDoc[] top, int shown) {
    return shown > 0 && shown < top.length
        ? Cursor.after(request.sort(), (FieldDoc) top[shown - 1]).text()
        : null;
  }

  List<String> similarWords(ArchiveSearcher searcher, String word) throws IOException {
    return new SimilarWords(searcher, ofDocuments).to(word);
  }

  boolean isName(ArchiveSearcher searcher, String word) throws IOException {
    return new SimilarWords(searcher, ofDocuments).isName(word);
  }

  List<Completion> complete(ArchiveSearcher searcher, String typed, int size) throws IOException {
    return new Completions(searcher, ofDocuments, beginnings).of(typed, size);
  }
}
