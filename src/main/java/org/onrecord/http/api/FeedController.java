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
import java.util.List;
import org.onrecord.http.OpenToAll;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.http.ServiceAddress;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.schema.DocumentType;
import org.onrecord.schema.FormerAddress;
import org.onrecord.search.SearchRequest;
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
    return new AtomFeed(addresses.of(request), query).of(service.search(asked), lost);
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
