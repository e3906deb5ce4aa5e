package org.onrecord.backend.opensearch.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.backend.lucene.index.FacetFields;
import org.onrecord.backend.lucene.index.Fields;
import org.onrecord.backend.lucene.index.NewsAnalyzer;
import org.onrecord.backend.lucene.query.Coverage;
import org.onrecord.backend.lucene.query.OrdinaryNews;
import org.onrecord.backend.lucene.query.WordedLike;
import org.onrecord.schema.ArticleHeader;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SortOrder;
import org.onrecord.verify.ArchiveSpan;
import org.onrecord.verify.Passages;
import org.onrecord.verify.Verification;
import tools.jackson.databind.JsonNode;

/** The paragraphs of one view of an archive on a cluster. For one question. */
final class ClusterPassages implements Passages {
  private static final String DAYS = "days";
  private static final Map<String, Object> PARAGRAPHS =
      Dsl.term(Fields.TYPE, DocumentType.PARAGRAPH.label());

  private final IndexView view;
  private final CompiledQuery.Records records;
  private final Analyzer analyzer;
  private final WholeArticles articles;
  private final TermCounts counts;

  ClusterPassages(
      IndexView view,
      CompiledQuery.Records records,
      CompiledQuery.Reading reading,
      WholeArticles articles) {
    this.view = view;
    this.records = records;
    this.analyzer = reading.ofDocuments();
    this.articles = articles;
    this.counts = new TermCounts(view, reading);
  }

  @Override
  public List<ParagraphDocument> near(Lookup lookup) throws IOException {
    List<String> terms = NewsAnalyzer.terms(analyzer, Fields.EXACT, lookup.words());
    if (terms.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> filters = new ArrayList<>(List.of(view.live(), PARAGRAPHS));
    addAny(filters, Facet.SPEAKER, lookup.speakers());
    addAny(filters, Facet.OUTLET, lookup.outlets());
    if (lookup.from() != null || lookup.to() != null) {
      filters.add(
          Dsl.range(
              Fields.DATE, day(lookup.from(), Long.MIN_VALUE), day(lookup.to(), Long.MAX_VALUE)));
    }
    QueryDsl dsl =
        new QueryDsl(new WordDsl(new ClusterWords(view), counts), new PlacedHits(view, records));
    Map<String, Object> like =
        dsl.of(List.of(new WordedLike(terms, rarities(terms)).query())).getFirst();
    return read(new Dsl.Bool().must(like).filter(filters).build(), lookup.most());
  }

  private static void addAny(
      List<Map<String, Object>> filters, Facet facet, Collection<String> values) {
    if (!values.isEmpty()) {
      filters.add(Dsl.terms(FacetFields.field(facet), ScopeDsl.keys(facet, values)));
    }
  }

  private static long day(@Nullable LocalDate date, long open) {
    return date == null ? open : date.toEpochDay();
  }

  private List<ParagraphDocument> read(Map<String, Object> query, int most) throws IOException {
    JsonNode hits =
        view.search(
                Map.of("query", query, "size", most, "sort", RankingDsl.sort(SortOrder.RELEVANCE)))
            .path("hits")
            .path("hits");
    List<ParagraphDocument> paragraphs = new ArrayList<>();
    for (JsonNode hit : hits) {
      if (records.of(hit.path("_source")) instanceof ParagraphDocument paragraph) {
        paragraphs.add(paragraph);
      }
    }
    return paragraphs;
  }

  private Map<String, Double> rarities(List<String> terms) throws IOException {
    counts.read(terms.stream().map(term -> new Term(Fields.EXACT, term)).toList());
    Map<String, Double> rarities = new HashMap<>();
    for (String term : new HashSet<>(terms)) {
      rarities.put(term, WordedLike.rarityAmong(counts.documents(), held(term)));
    }
    return rarities;
  }

  private long held(String term) {
    return counts.of(new Term(Fields.EXACT, term)).documents();
  }

  @Override
  public Optional<Instant> time(ArticleId article) throws IOException {
    return articles.time(article);
  }

  @Override
  public boolean isQuoted(Set<String> names) throws IOException {
    List<Map<String, Object>> filters =
        new ArrayList<>(List.of(view.live(), Dsl.term(Fields.TYPE, DocumentType.QUOTE.label())));
    filters.add(Dsl.terms(FacetFields.field(Facet.SPEAKER), ScopeDsl.keys(Facet.SPEAKER, names)));
    return view.post("_search", Map.of("size", 0, "query", Dsl.filtered(filters)))
            .path("hits")
            .path("total")
            .path("value")
            .asLong()
        > 0;
  }

  @Override
  public List<Double> rarity(List<String> words) throws IOException {
    List<List<String>> terms = new ArrayList<>();
    Set<Term> all = new HashSet<>();
    for (String word : words) {
      List<String> parts = NewsAnalyzer.terms(analyzer, Fields.EXACT, word);
      parts.forEach(term -> all.add(new Term(Fields.EXACT, term)));
      terms.add(parts);
    }
    counts.read(all);
    return terms.stream()
        .map(
            parts ->
                parts.stream()
                    .mapToDouble(term -> OrdinaryNews.rarity(term, counts.documents(), held(term)))
                    .sum())
        .toList();
  }

  @Override
  public ArchiveSpan span() throws IOException {
    JsonNode told =
        view.post(
            "_search",
            Map.of(
                "size",
                0,
                "query",
                view.live(),
                "aggs",
                Map.of(
                    DAYS,
                    Map.of(
                        "histogram",
                        Map.of("field", Fields.DATE, "interval", 1, "min_doc_count", 1)))));
    TreeSet<Long> days = new TreeSet<>();
    for (JsonNode day : told.path("aggregations").path(DAYS).path("buckets")) {
      days.add((long) day.path("key").asDouble());
    }
    return Coverage.of(days, articles.count());
  }

  @Override
  public Verification.Grounds grounds() throws IOException {
    JsonNode newest =
        view.post(
                "_search",
                Map.of(
                    "size",
                    1,
                    "query",
                    Dsl.filtered(List.of(view.live(), PARAGRAPHS)),
                    "sort",
                    RankingDsl.sort(SortOrder.NEWEST)))
            .path("hits")
            .path("hits")
            .path(0);
    Optional<ArticleHeader> header =
        newest.isMissingNode()
            ? Optional.empty()
            : Optional.of(records.of(newest.path("_source")).article());
    return new Verification.Grounds(header, articles.readings());
  }
}
