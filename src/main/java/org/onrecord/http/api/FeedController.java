package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
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
import org.onrecord.http.OpenToAll;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.http.ServiceAddress;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.ArticleDocument;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.FormerAddress;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/feed.atom}, and {@code /opensearch.xml}, by which a browser learns of us. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {
  private static final MediaType ATOM = MediaType.of("application/atom+xml;charset=utf-8");
  private static final MediaType DESCRIPTION =
      MediaType.of("application/opensearchdescription+xml;charset=utf-8");
  private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

  /** Of how many articles a feed tells which of their quotations are gone. */
  private static final int MOST_LOST = 50;

  private final SearchService service;
  private final ServiceAddresses addresses;

  FeedController(SearchService service, ServiceAddresses addresses) {
    this.service = service;
    this.addresses = addresses;
  }

  @Get("/api/v1/feed.atom")
  @Produces(MediaType.ALL)
  HttpResponse<?> feed(HttpRequest<?> request) throws IOException {
    return switch (SearchForm.FEED.read(SearchForm.FEED.reader(request.getParameters().asMap()))) {
      case SearchParameters.Asked(SearchRequest asked) ->
          Responses.tagged(request, feed(request, asked), ATOM);
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }

  private byte[] feed(HttpRequest<?> request, SearchRequest asked) throws IOException {
    String raw = request.getUri().getRawQuery();
    String query = raw == null ? "" : "?" + raw;
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
    return new AtomFeed(addresses.of(request), query, changed).of(result, lost);
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

  @OpenToAll
  @Get("/opensearch.xml")
  @Produces(MediaType.ALL)
  HttpResponse<?> description(HttpRequest<?> request) {
    ServiceAddress address = addresses.of(request);
    byte[] xml =
        new XmlText("OpenSearchDescription", OPENSEARCH)
            .text("ShortName", "OnRecord")
            .text("Description", "Who said what, where and when")
            .text("InputEncoding", "UTF-8")
            .text("Image", address.to("/assets/icon.svg"), "type", "image/svg+xml")
            .empty("Url", "type", "text/html", "template", address.to("/?q={searchTerms}"))
            .empty(
                "Url",
                "type",
                "application/atom+xml",
                "template",
                address.to("/api/v1/feed.atom?q={searchTerms}"))
            .bytes();
    return Responses.tagged(request, xml, DESCRIPTION);
  }
}
