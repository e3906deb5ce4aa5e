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
import java.util.List;
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.page.EmbedView;
import org.onrecord.page.MessageView;
import org.onrecord.page.QuotationView;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.SearchService;

/** A quotation's permalink, the frame that other pages show it in, and oEmbed for both. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuotePageController {
  private static final String PAGE = "/quotes/";
  private static final String FRAME = "/embed/quotes/";
  private static final int MAX_PIXELS = 10_000;

  private final PageAnswers pages;
  private final SearchService service;
  private final ServiceAddresses addresses;

  QuotePageController(PageAnswers pages, SearchService service, ServiceAddresses addresses) {
    this.pages = pages;
    this.service = service;
    this.addresses = addresses;
  }

  @Get(PAGE + "{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> page(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<QuotationView> view = view(request, id);
    return view.isPresent() ? pages.send(request, view.get()) : pages.send(status(id), missing(id));
  }

  @Get(FRAME + "{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> frame(HttpRequest<?> request, @PathVariable String id) throws IOException {
    Optional<QuotationView> view = view(request, id);
    return view.isPresent()
        ? pages.send(request, new EmbedView(view.get()))
        : pages.send(status(id), new EmbedView(null));
  }

  /** Gone where its newsroom took the article back, else not found. */
  private HttpStatus status(String id) throws IOException {
    return Problems.isGone(service, ArticleId.ofPassage(id))
        ? HttpStatus.GONE
        : HttpStatus.NOT_FOUND;
  }

  private Optional<QuotationView> view(HttpRequest<?> request, String id) throws IOException {
    Optional<QuoteDocument> quote = service.quote(id);
    if (quote.isEmpty()) {
      return Optional.empty();
    }
    QuotationView.Addresses own = new QuotePage(quote.get(), addresses.of(request)).addresses();
    return service
        .article(quote.get().article().id())
        .map(
            article ->
                new QuotationView(article, quote.get().quotation(), own, Viewers.of(request)));
  }

  /** Says that there is none, or that an editor struck it. */
  private MessageView missing(String id) throws IOException {
    int end = id.lastIndexOf("~p");
    Optional<ArchivedArticle> article =
        end < 0 ? Optional.empty() : ArticleIds.find(service, id.substring(0, end));
    return article.stream()
        .flatMap(found -> found.paragraphs().stream())
        .flatMap(paragraph -> paragraph.struck().stream())
        .filter(struck -> struck.quotation().id().equals(id))
        .findFirst()
        .map(MessageView::struck)
        .orElseGet(MessageView::noQuotation);
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
        ? Responses.tagged(request, new QuotePage(quote.get(), address).embedding(width, height))
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
