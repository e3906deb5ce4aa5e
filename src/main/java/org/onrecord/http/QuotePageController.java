package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.SearchService;

/** A quotation's permalink, the frame that other pages show it in, and oEmbed for both. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuotePageController {
  private static final String PAGE = "/quotes/";
  private static final String FRAME = "/embed/quotes/";
  private static final int MAX_PIXELS = 10_000;

  private final PageFiles files;
  private final SearchService service;
  private final ServiceAddresses addresses;

  QuotePageController(PageFiles files, SearchService service, ServiceAddresses addresses) {
    this.files = files;
    this.service = service;
    this.addresses = addresses;
  }

  @Get(PAGE + "{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> page(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return html(request, id, PageFiles.QUOTE_PAGE);
  }

  @Get(FRAME + "{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> frame(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return html(request, id, PageFiles.EMBED_PAGE);
  }

  private HttpResponse<?> html(HttpRequest<?> request, String id, String name) throws IOException {
    Optional<QuoteDocument> quote = service.quote(id);
    if (quote.isEmpty()) {
      PageFile gone = files.get(PageFiles.GONE_PAGE);
      HttpStatus status =
          Problems.isGone(service, ArticleId.ofPassage(id))
              ? HttpStatus.GONE
              : HttpStatus.NOT_FOUND;
      return HttpResponse.status(status).body(gone.bytes()).contentType(gone.type());
    }
    PageFile template = files.get(name);
    String html =
        new QuotePage(quote.get(), addresses.of(request))
            .html(new String(template.bytes(), StandardCharsets.UTF_8));
    return Answers.tagged(request, html.getBytes(StandardCharsets.UTF_8), template.type());
  }

  /** oEmbed 1.0, in JSON alone. */
  @Get("/oembed")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> embedding(HttpRequest<?> request) throws IOException {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    reader.refuseUnknown(List.of("url", "maxwidth", "maxheight", "format"));
    int width = reader.number("maxwidth", 1, MAX_PIXELS, MAX_PIXELS);
    int height = reader.number("maxheight", 1, MAX_PIXELS, MAX_PIXELS);
    Optional<String> url = reader.text("url");
    if (url.isEmpty() && reader.errors().isEmpty()) {
      reader.refuse("url", "url is missing: give the address of a quotation's page.");
    }
    String format = reader.text("format").orElse("json");
    if (!reader.errors().isEmpty()) {
      return Problems.badRequest(request, reader.errors());
    }
    if (!format.equalsIgnoreCase("json")) {
      return Problems.of(
          request, HttpStatus.NOT_IMPLEMENTED, "There is oEmbed in JSON alone: format=json.");
    }
    ServiceAddress address = addresses.of(request);
    Optional<QuoteDocument> quote = quote(url.orElse(""), address);
    return quote.isPresent()
        ? Answers.tagged(request, new QuotePage(quote.get(), address).embedding(width, height))
        : Problems.absent(
            request,
            service,
            id(url.orElse(""), address).flatMap(ArticleId::ofPassage),
            "quotation's page",
            url.orElse(""));
  }

  private Optional<QuoteDocument> quote(String url, ServiceAddress address) throws IOException {
    Optional<String> id = id(url, address);
    return id.isPresent() ? service.quote(id.get()) : Optional.empty();
  }

  /** The id in the address of a quotation's page. */
  private static Optional<String> id(String url, ServiceAddress address) {
    if (!url.startsWith(address.to("/"))) {
      return Optional.empty();
    }
    try {
      String path = new URI(url).getPath();
      for (String prefix : List.of(PAGE, FRAME)) {
        if (path.startsWith(prefix)) {
          return Optional.of(path.substring(prefix.length()));
        }
      }
      return Optional.empty();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }
}
