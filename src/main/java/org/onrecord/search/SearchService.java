package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.query.Query;
import org.onrecord.query.QueryParser;
import org.onrecord.schema.Facet;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.schema.QuoteDocument;

/** Stand-in: answers searches from a backend. */
public final class SearchService {
  private final SearchBackend backend;
  private final FacetAliases aliases;

  public SearchService(SearchBackend backend, FacetAliases aliases) {
    this.backend = backend;
    this.aliases = aliases;
  }

  public SearchResult search(SearchRequest asked) throws IOException {
    Query query = new QueryParser().parse(asked.q());
    SearchRequest request = canonical(asked);
    BackendResult found = backend.search(request, query, request.match());
    boolean relaxed = false;
    if (found.total() == 0 && request.match() == MatchMode.ALL && query instanceof Query.Group) {
      BackendResult any = backend.search(request, query, MatchMode.ANY);
      relaxed = any.total() > 0;
      found = relaxed ? any : found;
    }
    MatchMode match = relaxed ? MatchMode.ANY : request.match();
    String words = String.join(match == MatchMode.ALL ? " AND " : " OR ", asked.q().split(" ", -1));
    String explained = asked.q().isBlank() ? "everything" : words.toLowerCase(Locale.ROOT);
    return new SearchResult(
        explained, match, relaxed, found.total(), 1, found.hits(), found.facets(), found.next());
  }

  private SearchRequest canonical(SearchRequest r) {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    r.filters()
        .forEach(
            (facet, values) -> {
              List<String> names = new ArrayList<>();
              values.forEach(value -> names.addAll(aliases.canonical(facet, value)));
              filters.put(facet, names);
            });
    return new SearchRequest(
        r.q(), r.types(), r.match(), filters, r.from(), r.to(), r.sort(), r.size(), r.after(),
        r.facets(), r.facetSize(), r.interval());
  }

  public Optional<ArchivedArticle> article(ArticleId id) throws IOException {
    return backend.article(id);
  }

  public Optional<ParagraphDocument> paragraph(String id) throws IOException {
    return backend.paragraph(id);
  }

  public Optional<QuoteDocument> quote(String id) throws IOException {
    return backend.quote(id);
  }

  public ArchiveCounts counts() throws IOException {
    return backend.counts();
  }
}
