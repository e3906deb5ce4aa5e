package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.TextSpan;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.query.Query;
import org.onrecord.query.QueryParser;
import org.onrecord.query.QuerySyntaxException;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.Facet;

/**
 * What the contracts share, each of which says what every engine must do in one matter: an engine
 * with an empty index for each test, which is filled, searched and shown in short.
 */
public abstract class BackendContract {

  /**
   * An engine, by the ports through which it is written and searched.
   *
   * @param share of how many random questions it is asked one: a slow engine fewer than all
   */
  public record Engine(DocumentSink sink, SearchBackend backend, int share) {
    /** One that is asked all of them. */
    public Engine(DocumentSink sink, SearchBackend backend) {
      this(sink, backend, 1);
    }
  }

  @TempDir Path folder;
  private Engine engine;

  /** The engine with an empty index in this folder; closed by its sink. */
  protected abstract Engine open(Path empty) throws IOException;

  @BeforeEach
  final void openEngine() throws IOException {
    engine = open(folder);
  }

  @AfterEach
  final void closeEngine() throws IOException {
    engine.sink().close();
  }

  /** How many random questions of so many the engine is asked. */
  final int draws(int all) {
    return Math.max(1, all / engine.share());
  }

  final DocumentSink sink() {
    return engine.sink();
  }

  final SearchBackend backend() {
    return engine.backend();
  }

  final void index(SampleArticle... articles) throws IOException {
    for (SampleArticle each : articles) {
      sink().put(each.archived());
    }
    sink().commit();
  }

  final void index(List<SampleArticle> articles) throws IOException {
    index(articles.toArray(SampleArticle[]::new));
  }

  /** What holds of a question and of what stands behind it. */
  @FunctionalInterface
  interface Case {
    void holds(String q, String behind) throws IOException;
  }

  /**
   * Holds lines {@code question | what stands behind it} to this, all in one archive, since making
   * one takes longer than filling it; tells of every line that fails.
   */
  static void assertEach(List<String> lines, Case each) {
    assertAll(
        lines.stream()
            .map(
                line -> {
                  int bar = line.indexOf('|');
                  String q = line.substring(0, bar).strip();
                  return () -> each.holds(q, line.substring(bar + 1).strip());
                }));
  }

  final BackendResult search(SearchRequest request) throws IOException {
    return backend().search(request, parsed(request.q()), request.match());
  }

  final BackendResult search(String q) throws IOException {
    return search(q, MatchMode.ALL);
  }

  final BackendResult search(String q, MatchMode match) throws IOException {
    return search(SearchRequest.of(q).withQuery(q, match));
  }

  static Query parsed(String q) {
    try {
      return QueryParser.parse(q);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(q, e);
    }
  }

  /** How many hits there are, asked for without anything else. */
  final long total(SearchRequest request) throws IOException {
    return search(request.forTotal()).total();
  }

  static SearchRequest quotes(String q) {
    return SearchRequest.of(q).withTypes(Set.of(DocumentType.QUOTE));
  }

  static SearchRequest filtered(String q, Facet facet, String... values) {
    return SearchRequest.of(q).withFilters(Map.of(facet, List.of(values)));
  }

  /** The request with these values selected in the facet, in place of what was. */
  static SearchRequest selecting(SearchRequest request, Facet facet, String... values) {
    if (facet == Facet.TYPE) {
      return request.withTypes(Set.of(DocumentType.valueOf(values[0].toUpperCase(Locale.ROOT))));
    }
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    filters.putAll(request.filters());
    filters.put(facet, List.of(values));
    return request.withFilters(filters);
  }

  /** Whoever selects what is counted must get as many hits. */
  final void assertSelectable(SearchRequest request, FacetCounts counts, String where)
      throws IOException {
    switch (counts) {
      case FacetCounts.Values values -> {
        for (FacetCounts.Value value : values.values()) {
          SearchRequest selecting = selecting(request, counts.facet(), value.key());
          assertEquals(value.count(), total(selecting), where + " " + value);
        }
      }
      case FacetCounts.Dates(DateInterval interval, List<FacetCounts.Bucket> buckets) -> {
        for (FacetCounts.Bucket bucket : buckets) {
          LocalDate next =
              switch (interval) {
                case DAY -> bucket.from().plusDays(1);
                case WEEK -> bucket.from().plusDays(7);
                case MONTH -> bucket.from().plusMonths(1);
                case YEAR -> bucket.from().plusYears(1);
              };
          SearchRequest selecting = request.withDays(bucket.from(), next.minusDays(1));
          assertEquals(bucket.count(), total(selecting), where + " " + bucket);
        }
      }
    }
  }

  static FacetCounts.Values values(BackendResult result, Facet facet) {
    return result.facets().stream()
        .filter(counts -> counts.facet() == facet)
        .map(FacetCounts.Values.class::cast)
        .findFirst()
        .orElseThrow();
  }

  static String shown(FacetCounts.Values counts) {
    StringBuilder shown = new StringBuilder();
    for (FacetCounts.Value value : counts.values()) {
      shown.append(value.value()).append('=').append(value.count());
      shown.append(value.selected() ? "* " : " ");
    }
    return shown + "others=" + counts.others() + " missing=" + counts.missing();
  }

  final List<String> ids(String q) throws IOException {
    return ids(search(q));
  }

  static List<String> ids(BackendResult result) {
    return result.hits().stream().map(BackendContract::id).toList();
  }

  static String id(Hit hit) {
    return switch (hit) {
      case Hit.ParagraphHit paragraph -> paragraph.paragraph().id();
      case Hit.QuoteHit quote -> quote.quote().quotation().id();
    };
  }

  /** Every snippet of every hit, its highlights between brackets. */
  final List<String> snippets(SearchRequest request) throws IOException {
    return search(request).hits().stream()
        .flatMap(hit -> hit.snippets().stream())
        .map(BackendContract::marked)
        .toList();
  }

  static String marked(Snippet snippet) {
    StringBuilder marked = new StringBuilder(snippet.text());
    for (TextSpan span : snippet.highlights().reversed()) {
      marked.insert(span.end(), ']').insert(span.start(), '[');
    }
    return snippet.field().label() + ": " + marked;
  }
}
