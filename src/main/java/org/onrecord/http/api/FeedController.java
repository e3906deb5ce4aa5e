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
import org.onrecord.http.OpenToAll;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.http.SearchForm;
import org.onrecord.http.SearchParameters;
import org.onrecord.http.ServiceAddress;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.search.SearchRequest;

/** {@code GET /api/v1/feed.atom}, and {@code /opensearch.xml}, by which a browser learns of us. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeedController {
  private static final MediaType DESCRIPTION =
      MediaType.of("application/opensearchdescription+xml;charset=utf-8");
  private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

  private final AtomFeeds feeds;
  private final ServiceAddresses addresses;

  FeedController(AtomFeeds feeds, ServiceAddresses addresses) {
    this.feeds = feeds;
    this.addresses = addresses;
  }

  @Get("/api/v1/feed.atom")
  @Produces(MediaType.ALL)
  HttpResponse<?> feed(HttpRequest<?> request) throws IOException {
    return switch (SearchForm.FEED.read(SearchForm.FEED.reader(request.getParameters().asMap()))) {
      case SearchParameters.Asked(SearchRequest asked) ->
          Responses.tagged(request, feeds.of(request, query(request), asked, true), AtomFeeds.TYPE);
      case SearchParameters.Refused refused ->
          ProblemResponses.badRequest(request, refused.errors());
    };
  }

  private static String query(HttpRequest<?> request) {
    String raw = request.getUri().getRawQuery();
    return raw == null ? "" : raw;
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
