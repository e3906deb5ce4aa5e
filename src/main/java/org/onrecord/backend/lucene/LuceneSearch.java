package org.onrecord.backend.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Publication.Hold;
import org.onrecord.query.Query.SameRoot;
import org.onrecord.schema.ArchiveDocument;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.ArticleHits;
import org.onrecord.search.BackendResult;
import org.onrecord.search.Completion;
import org.onrecord.search.Copies;
import org.onrecord.search.FacetListing;
import org.onrecord.search.FacetPage;
import org.onrecord.search.Hit;
import org.onrecord.search.HitStream;
import org.onrecord.search.MatchMode;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.Snippet;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.Passages;

/**
 * What can be asked of a view of the index, whoever holds it open. Safe for use by several threads.
 */
final class LuceneSearch {
  private static final Query EMBARGOED =
      new TermQuery(new Term(Fields.HELD, Hold.EMBARGOED.label()));
  private static final Sort BY_DUE =
      new Sort(LongField.newSortField(Fields.DUE, false, SortedNumericSelector.Type.MIN));

  private final Analyzer ofQueries = NewsAnalyzer.forQueries();
  private final Analyzer ofDocuments = NewsAnalyzer.create();
  private final NameBeginnings beginnings = new NameBeginnings();
  private final DocumentCodec codec;
  private final FacetFields facets;
  private final int expansion;

  /**
   * Searches.
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
    List<Hit> hits = hits(searcher, page, compiler.matching(wanted), found.folding());
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
    Query matching = compiler.matching(wanted);
    return new ExportRun(all, page -> hits(searcher, page, matching, all.folding()));
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
        hits(
            searcher,
            page.stream().map(g -> new ScoreDoc(g.doc(), g.score())).toList(),
            compiler.matching(wanted),
            Folding.none(searcher));
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
    List<Hit> hits = hits(searcher, found, matching, Folding.none(searcher));
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

  private List<Hit> hits(
      ArchiveSearcher searcher, List<ScoreDoc> page, Query matching, Folding folding)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    Highlighter highlighter = new Highlighter(searcher, matching);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc scored : page) {
      searcher.deadline().check();
      Copies copies = copies(stored, folding.copies(scored.doc));
      hits.add(
          switch (record(stored, scored.doc)) {
            case ParagraphDocument lying -> {
              ParagraphDocument paragraph = searcher.names().read(lying);
              yield new Hit.ParagraphHit(
                  paragraph,
                  scored.score,
                  named(paragraph, highlighter.snippets(scored.doc, lying, lying.text())),
                  copies);
            }
            case QuoteDocument lying -> {
              QuoteDocument quote = searcher.names().read(lying);
              yield new Hit.QuoteHit(
                  quote,
                  scored.score,
                  named(
                      quote, highlighter.snippets(scored.doc, lying, lying.quotation().content())),
                  copies);
            }
            case ArticleDocument article ->
                throw new IllegalStateException("an article was found: " + article.article().id());
          });
    }
    return hits;
  }

  /** Without the names that editors took from it. */
  private static List<Snippet> named(ArchiveDocument document, List<Snippet> snippets) {
    return snippets.stream()
        .filter(
            snippet ->
                switch (snippet.field()) {
                  case SPEAKER -> DocumentFields.speakerNames(document).contains(snippet.text());
                  case MENTION -> DocumentFields.mentionNames(document).contains(snippet.text());
                  default -> true;
                })
        .toList();
  }

  private Copies copies(StoredFields stored, List<Integer> docs) throws IOException {
    List<Copies.Copy> shown = new ArrayList<>();
    for (int doc : docs.subList(0, Math.min(docs.size(), Copies.MOST_SHOWN))) {
      shown.add(
          switch (record(stored, doc)) {
            case ParagraphDocument paragraph ->
                new Copies.Copy(paragraph.id(), paragraph.ordinal(), paragraph.article());
            case QuoteDocument quote ->
                new Copies.Copy(
                    quote.quotation().id(), quote.quotation().paragraph(), quote.article());
            case ArticleDocument article ->
                throw new IllegalStateException("an article was found: " + article.article().id());
          });
    }
    return new Copies(docs.size(), shown);
  }

  Optional<ArchivedArticle> article(ArchiveSearcher searcher, ArticleId id) throws IOException {
    Query ofArticle =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.ARTICLE, id.value())), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentType.QUOTE.label())), Occur.MUST_NOT)
            .build();
    return ArchivedArticle.gathered(records(searcher, ofArticle))
        .filter(article -> article.document().held() == null);
  }

  /** The article's document, be it shown or not. */
  Optional<ArticleDocument> kept(ArchiveSearcher searcher, ArticleId id) throws IOException {
    Query ofArticle =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.ARTICLE, id.value())), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.TYPE, DocumentFields.ARTICLE_TYPE)), Occur.FILTER)
            .build();
    return records(searcher, ofArticle).stream()
        .filter(ArticleDocument.class::isInstance)
        .map(ArticleDocument.class::cast)
        .findFirst();
  }

  /** Why an article is not shown; empty where it is, or is not there. */
  Optional<Hold> hold(ArchiveSearcher searcher, ArticleId id) throws IOException {
    return kept(searcher, id).map(ArticleDocument::held);
  }

  /**
   * When the next embargo ends.
   *
   * @param but articles that are not asked for
   */
  Optional<Instant> nextDue(ArchiveSearcher searcher, Set<ArticleId> but) throws IOException {
    return embargoed(searcher, EMBARGOED, 1, but).stream().map(Embargoed::end).findFirst();
  }

  /** The embargoed articles that may be shown from a time before, the earliest first. */
  List<Article> due(ArchiveSearcher searcher, Instant now, int most, Set<ArticleId> but)
      throws IOException {
    Query due =
        new BooleanQuery.Builder()
            .add(EMBARGOED, Occur.FILTER)
            .add(
                LongField.newRangeQuery(Fields.DUE, Long.MIN_VALUE, now.toEpochMilli()),
                Occur.FILTER)
            .build();
    return embargoed(searcher, due, most, but).stream()
        .map(embargoed -> embargoed.article().received())
        .toList();
  }

  /** An article that is not shown before its embargo ends. */
  private record Embargoed(Instant end, ArticleDocument article) {}

  private List<Embargoed> embargoed(
      ArchiveSearcher searcher, Query query, int most, Set<ArticleId> but) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Embargoed> found = new ArrayList<>();
    for (ScoreDoc doc : searcher.search(query, most + but.size(), BY_DUE).scoreDocs) {
      if (found.size() < most
          && record(stored, doc.doc) instanceof ArticleDocument article
          && !but.contains(article.article().id())) {
        Instant end = Instant.ofEpochMilli((Long) ((FieldDoc) doc).fields[0]);
        found.add(new Embargoed(end, article));
      }
    }
    return found;
  }

  Optional<ParagraphDocument> paragraph(ArchiveSearcher searcher, String id) throws IOException {
    return record(searcher, id, ParagraphDocument.class);
  }

  Optional<QuoteDocument> quote(ArchiveSearcher searcher, String id) throws IOException {
    return record(searcher, id, QuoteDocument.class);
  }

  private <T extends ArchiveDocument> Optional<T> record(
      ArchiveSearcher searcher, String id, Class<T> type) throws IOException {
    return records(searcher, new TermQuery(new Term(Fields.ID, id))).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /**
   * Everything that matches, in the order of the index; for queries that find one article's
   * documents.
   */
  private List<ArchiveDocument> records(ArchiveSearcher searcher, Query query) throws IOException {
    int count = searcher.count(query);
    List<ArchiveDocument> records = new ArrayList<>(count);
    if (count > 0) {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc doc : searcher.search(query, count).scoreDocs) {
        records.add(searcher.names().read(record(stored, doc.doc)));
      }
    }
    return records;
  }

  private ArchiveDocument record(StoredFields stored, int doc) throws IOException {
    return DocumentFields.record(codec, stored, doc);
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
