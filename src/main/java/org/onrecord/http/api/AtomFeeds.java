package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.article.ArticleDetails;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.FormerAddress;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;

/** Searches for what a feed is made of. */
@Singleton
final class AtomFeeds {
  static final MediaType TYPE = MediaType.of("application/atom+xml;charset=utf-8");

  /** Of how many articles a feed tells which of their quotations are gone. */
  private static final int MOST_LOST = 50;

  private final SearchService service;
  private final ServiceAddresses addresses;

  AtomFeeds(SearchService service, ServiceAddresses addresses) {
    this.service = service;
    this.addresses = addresses;
  }

  /**
   * The feed of a search.
   *
   * @param query the search as it stands in an address, without a question mark
   * @param telling whether it tells under which address it is found
   */
  byte[] of(HttpRequest<?> request, String query, SearchRequest asked, boolean telling)
      throws IOException {
    List<FormerAddress> lost =
        asked.types().contains(DocumentType.QUOTE) ? service.lost(MOST_LOST) : List.of();
    SearchResult result = service.search(asked);
    Map<ArticleId, Instant> changed = new HashMap<>();
    for (Hit hit : result.hits()) {
      ArticleId id = hit.article().id();
      if (!changed.containsKey(id)) {
        changed.put(id, changed(id));
      }
    }
    return new AtomFeed(addresses.of(request), query.isEmpty() ? "" : "?" + query, telling, changed)
        .of(result, lost);
  }

  /**
   * When an article was changed last, as its feed or the archive tells; long ago where none does.
   */
  private Instant changed(ArticleId id) throws IOException {
    Optional<ArticleDocument> article = service.article(id).map(ArchivedArticle::document);
    return Stream.concat(
            article.map(ArticleDocument::changed).stream(),
            article
                .flatMap(one -> ArticleDetails.of(one.received()).updated())
                .map(OffsetDateTime::toInstant)
                .stream())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
