package org.onrecord.backend.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.copies.Folding;
import org.onrecord.backend.lucene.facet.DatedHits;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.query.ArchiveSearcher;
import org.onrecord.backend.lucene.query.Feedback;
import org.onrecord.backend.lucene.query.Hits;
import org.onrecord.backend.lucene.query.HitsQuery;
import org.onrecord.backend.lucene.query.QueryCompiler;
import org.onrecord.backend.lucene.query.ScoreShare;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.schema.Facet;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.AskedSearch;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
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
import org.onrecord.search.WordTallies;
import org.onrecord.verify.Passages;

/**
 * Answers what one view of an index is asked with words. A query is compiled once, and what it
 * finds in a scope is found once, whatever of it is asked: hits, facets, articles. For one thread,
 * on one question.
 */
final class ViewSearch {
  private final LuceneSearch search;
  private final ArchiveSearcher searcher;
  private final Map<Wanted, Compiled> compiled = new HashMap<>();
  private final Map<Scoped, MatchedHits> matched = new HashMap<>();

  ViewSearch(LuceneSearch search, ArchiveSearcher searcher) {
    this.search = search;
    this.searcher = searcher;
  }

  private record Wanted(org.onrecord.query.Query query, MatchMode match) {}

  private record Scoped(Wanted wanted, SearchScope scope) {}

  /**
   * A query as Lucene runs it.
   *
   * @param wanted what it is, by its mode
   */
  private record Compiled(
      org.onrecord.query.Query wanted, QueryCompiler compiler, Query matching) {}

  private Compiled compiled(org.onrecord.query.Query query, MatchMode match) throws IOException {
    Wanted wanted = new Wanted(query, match);
    Compiled known = compiled.get(wanted);
    if (known == null) {
      org.onrecord.query.Query inMode =
          switch (match) {
            case ALL -> query;
            case ANY -> query.loosened();
          };
      QueryCompiler compiler = search.compiler(searcher);
      known = new Compiled(inMode, compiler, compiler.matching(inMode));
      compiled.put(wanted, known);
    }
    return known;
  }

  /** What the request's query finds in its scope, such that these facets can be counted. */
  private SearchRun run(
      SearchRequest request, org.onrecord.query.Query query, MatchMode match, Set<Facet> counted)
      throws IOException {
    searcher.deadline().check();
    Scoped scoped = new Scoped(new Wanted(query, match), request.scope());
    MatchedHits known = matched.get(scoped);
    if (known == null || !known.canCount(counted)) {
      known =
          new MatchedHits(
              searcher,
              search.columns(),
              request.scope(),
              compiled(query, match).matching(),
              counted);
      matched.put(scoped, known);
    }
    return new SearchRun(searcher, search.columns(), request, known);
  }

  BackendResult search(SearchRequest request, org.onrecord.query.Query query, MatchMode match)
      throws IOException {
    FieldDoc after =
        request.after() == null ? null : Cursor.parse(request.after(), request).fieldDoc();
    SearchRun run = run(request, query, match, request.facets());
    int size = request.size() == 0 ? 0 : request.size() + 1;
    ScoreDoc[] top = run.after(scoring(request, query, match, size), after, size).scoreDocs;
    int shown = Math.min(top.length, request.size());
    List<Hit> hits = reader(query, match, run.folding()).hits(List.of(top).subList(0, shown));
    return new BackendResult(
        run.total(),
        run.total() + run.folding().count(),
        hits,
        run.facets(),
        next(request, top, shown));
  }

  private static @Nullable String next(SearchRequest request, ScoreDoc[] top, int shown) {
    return shown > 0 && shown < top.length
        ? Cursor.after(request, (FieldDoc) top[shown - 1]).text()
        : null;
  }

  private HitReader reader(org.onrecord.query.Query query, MatchMode match, Folding folding)
      throws IOException {
    return new HitReader(searcher, search.codec(), compiled(query, match).matching(), folding);
  }

  /** Every hit; the searcher stays open as long as they are read. */
  HitStream stream(SearchRequest request, org.onrecord.query.Query query, MatchMode match)
      throws IOException {
    SearchRun run = run(request, query, match, Set.of());
    Scoring scoring = scoring(request, query, match, request.size());
    return new ExportRun(
        (last, size) -> run.after(scoring, last, size), reader(query, match, run.folding())::hits);
  }

  /**
   * What hits are worth. Where any word will do, what the best hits have in common tells what is
   * meant by them.
   *
   * @param size how many hits are wanted
   */
  private Scoring scoring(
      SearchRequest request, org.onrecord.query.Query query, MatchMode match, int size)
      throws IOException {
    Compiled known = compiled(query, match);
    boolean loosened = known.wanted().wanted().anyMatch(SameRoot.class::isInstance);
    Scoring scoring =
        new Scoring(
            known.matching(),
            List.of(known.compiler().helping(known.wanted(), !loosened)),
            request.sort(),
            search.columns().lengths(),
            loosened ? ScoreShare.By.CERTAINTY : ScoreShare.By.SUBSTANCE);
    return loosened && request.sort().isByScore() && size > 0
        ? scoring.helpedBy(
            new Feedback(searcher, search.codec(), search.ofDocuments(), search.columns().lengths())
                .helping(scoring.matching(), scoring.helping()))
        : scoring;
  }

  /** The articles that the hits stand in. */
  ArticleHits articles(
      SearchRequest request, org.onrecord.query.Query query, MatchMode match, int skip)
      throws IOException {
    ArticleGroups groups =
        run(request, query, match, Set.of())
            .articles(
                scoring(request, query, match, request.size()),
                request.sort(),
                request.size() == 0 ? 0 : skip + request.size());
    List<ArticleGroups.Group> page =
        groups.best().subList(Math.min(skip, groups.best().size()), groups.best().size());
    List<Hit> hits =
        reader(query, match, Folding.NONE)
            .hits(page.stream().map(g -> new ScoreDoc(g.doc(), g.score())).toList());
    List<ArticleHits.ArticleHit> articles = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      articles.add(new ArticleHits.ArticleHit(page.get(i).hits(), hits.get(i)));
    }
    return new ArticleHits(groups.total(), articles);
  }

  FacetPage facet(
      SearchRequest request, org.onrecord.query.Query query, MatchMode match, FacetListing listing)
      throws IOException {
    return run(request, query, match, Set.of(listing.facet())).list(listing);
  }

  /** The hits of one article, in reading order. */
  List<Hit> within(
      ArticleId article, SearchRequest request, org.onrecord.query.Query query, MatchMode match)
      throws IOException {
    Query matching = compiled(query, match).matching();
    Query inArticle =
        new BooleanQuery.Builder()
            .add(matching, Occur.MUST)
            .add(new TermQuery(new Term(Fields.ARTICLE, article.value())), Occur.FILTER)
            .build();
    Hits found =
        new MatchedHits(
                searcher,
                search.columns(),
                request.scope().withCopies(CopyMode.UNFOLD),
                inArticle,
                Set.of())
            .all();
    Query again =
        new BooleanQuery.Builder()
            .add(matching, Occur.MUST)
            .add(new HitsQuery(found), Occur.FILTER)
            .build();
    ScoreDoc[] scored = searcher.search(again, (int) Math.max(1, found.count())).scoreDocs;
    List<Hit> hits = reader(query, match, Folding.NONE).hits(List.of(scored));
    hits.sort(Comparator.comparing(Hit::place));
    return hits;
  }

  /** By date, within the request's days. */
  DatedCounts dated(AskedSearch asked) throws IOException {
    MatchedHits found = matched(asked);
    return new DatedHits(searcher, search.columns().facets(), asked.request().interval())
        .of(found.counted().hits(), found.counted().copies(), found.shown());
  }

  SampledWords sampleWords(AskedSearch asked, int most) throws IOException {
    return words().sampled(matched(asked).shown(), most);
  }

  WordTallies tallyWords(List<AskedSearch> asked, Set<String> words) throws IOException {
    List<Hits> found = new ArrayList<>();
    for (AskedSearch one : asked) {
      found.add(matched(one).shown());
    }
    return words().tallied(found, words);
  }

  private HitWords words() {
    return new HitWords(searcher, search.codec(), search.ofDocuments(), search.columns().lengths());
  }

  private MatchedHits matched(AskedSearch asked) throws IOException {
    return run(asked.request(), asked.query(), asked.match(), Set.of()).matched();
  }

  /** The paragraphs of the view, to be compared with what somebody is claimed to have said. */
  Passages passages() {
    return new LucenePassages(searcher, search.codec(), search.ofDocuments());
  }

  List<String> similarWords(String word) throws IOException {
    return new SimilarWords(searcher, search.ofDocuments()).to(word);
  }

  boolean isName(String word) throws IOException {
    return new SimilarWords(searcher, search.ofDocuments()).isName(word);
  }

  List<Completion> complete(String typed, int size) throws IOException {
    return new Completions(searcher, search.ofDocuments(), search.beginnings()).of(typed, size);
  }
}
