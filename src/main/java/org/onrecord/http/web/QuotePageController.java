package org.onrecord.http.web;

import io.micronaut.http.HttpHeaders;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Pages;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Quotations;
import org.onrecord.http.Responses;
import org.onrecord.http.ServiceAddress;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.page.PageView;
import org.onrecord.page.quotation.EmbedView;
import org.onrecord.page.quotation.MessageView;
import org.onrecord.page.quotation.QuotationView;
import org.onrecord.schema.ArchivedArticle;
import org.onrecord.schema.QuoteDocument;
import org.onrecord.search.QuotationAddress;
import org.onrecord.search.SearchService;
import org.onrecord.verify.Report;
import org.onrecord.verify.Reports;
import org.onrecord.verify.Verifier;

/** A quotation's permalink, the frame that other pages show it in, and oEmbed for both. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuotePageController {
  private static final String PAGE = "/quotes/";
  private static final String FRAME = "/embed/quotes/";

  /** What oEmbed has, and what those who embed add for all services alike. */
  private static final List<String> EMBEDDING =
      List.of(
          "url",
          "maxwidth",
          "maxheight",
          "format",
          "omit_script",
          "callback",
          "discover",
          "dnt",
          "for",
          "hide_media",
          "iframe",
          "key",
          "lang",
          "locale",
          "referrer",
          "scheme",
          "theme",
          "width",
          "height");

  private static final List<Integer> USUAL_PORTS = List.of(80, 443);

  private static final int MAX_PIXELS = 10_000;

  private final PageAnswers pages;
  private final SearchService service;
  private final ServiceAddresses addresses;
  private final @Nullable Verifier verifier;

  QuotePageController(
      PageAnswers pages,
      SearchService service,
      ServiceAddresses addresses,
      @Nullable Verifier verifier) {
    this.verifier = verifier;
    this.pages = pages;
    this.service = service;
    this.addresses = addresses;
  }

  @Get(PAGE + "{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> page(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return switch (service.address(id)) {
      case QuotationAddress.Here(QuoteDocument quote) ->
          pages.send(request, view(request, reported(quote)));
      case QuotationAddress.Moved(QuoteDocument quote) ->
          moved(Pages.quote(quote.quotation().id()));
      case QuotationAddress.Gone gone ->
          missing(MessageView.of(gone).carriedBy(carrying(gone)), message -> message);
      case QuotationAddress none -> missing(MessageView.of(none), message -> message);
    };
  }

  @Get(FRAME + "{+id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> frame(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return switch (service.address(id)) {
      case QuotationAddress.Here(QuoteDocument quote) ->
          pages.send(request, EmbedView.of(view(request, alone(quote))));
      case QuotationAddress.Moved(QuoteDocument quote) ->
          moved(Pages.embeddedQuote(quote.quotation().id()));
      case QuotationAddress none -> missing(MessageView.of(none), EmbedView::of);
    };
  }

  /** Browsers may keep it for a day alone: another version may lead elsewhere. */
  private static HttpResponse<?> moved(String path) {
    return HttpResponse.permanentRedirect(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "max-age=86400");
  }

  private HttpResponse<?> missing(MessageView message, Function<MessageView, PageView> shown) {
    return pages.send(HttpStatus.valueOf(message.status()), shown.apply(message));
  }

  /** A quotation with its article, and who else reports it. */
  private record Reported(QuoteDocument quote, ArchivedArticle article, Reports reports) {}

  private Reported alone(QuoteDocument quote) throws IOException {
    ArchivedArticle article = service.article(quote.article().id()).orElseThrow();
    return new Reported(quote, article, Reports.NONE);
  }

  private Reported reported(QuoteDocument quote) throws IOException {
    Reported alone = alone(quote);
    return verifier == null
        ? alone
        : new Reported(
            quote, alone.article(), verifier.reports().of(quote, alone.article().document()));
  }

  private List<Report> carrying(QuotationAddress.Gone gone) throws IOException {
    return verifier == null ? List.of() : verifier.reports().of(gone.article(), gone.was());
  }

  private QuotationView view(HttpRequest<?> request, Reported reported) {
    return new QuotationView(
        reported.article(),
        reported.quote().quotation(),
        reported.reports(),
        new QuotePage(reported.quote(), addresses.of(request)).addresses(),
        Viewers.of(request));
  }

  /** oEmbed 1.0, in JSON alone. */
  @Get("/oembed")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> embedding(HttpRequest<?> request) throws IOException {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    reader.refuseUnknown(EMBEDDING);
    int width = reader.number("maxwidth", 1, MAX_PIXELS, MAX_PIXELS);
    int height = reader.number("maxheight", 1, MAX_PIXELS, MAX_PIXELS);
    Optional<String> url = reader.text("url");
    if (url.isEmpty() && reader.errors().isEmpty()) {
      reader.refuse("url", "url is missing: give the address of a quotation's page.");
    }
    String format = reader.text("format").orElse("json");
    boolean growing = !List.of("1", "true").contains(reader.text("omit_script").orElse(""));
    if (!reader.errors().isEmpty()) {
      return ProblemResponses.badRequest(request, reader.errors());
    }
    if (!format.equalsIgnoreCase("json")) {
      return ProblemResponses.of(
          request, HttpStatus.NOT_IMPLEMENTED, "There is oEmbed in JSON alone: format=json.");
    }
    ServiceAddress address = addresses.of(request);
    Optional<String> id = id(url.orElse(""), address);
    return id.isPresent()
        ? Quotations.answer(
            request,
            service,
            id.get(),
            quote ->
                Responses.tagged(
                    request, new QuotePage(quote, address).embedding(width, height, growing)))
        : ProblemResponses.notFound(request, "quotation's page", url.orElse(""));
  }

  /**
   * The id in the address of a quotation's page, by whichever scheme, with whatever hangs onto it.
   */
  private static Optional<String> id(String url, ServiceAddress address) {
    try {
      URI asked = new URI(url.strip());
      URI own = URI.create(address.base());
      String path = asked.getPath();
      if (path == null || !isSame(asked, own) || !path.startsWith(address.path() + "/")) {
        return Optional.empty();
      }
      String below = path.substring(address.path().length()).replaceFirst("/$", "");
      return Stream.of(PAGE, FRAME)
          .filter(below::startsWith)
          .map(prefix -> below.substring(prefix.length()))
          .findFirst();
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  /** Whether both are of one host: of its usual ports one is as good as the other. */
  private static boolean isSame(URI one, URI other) {
    return one.getHost() != null
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI address) {
    return USUAL_PORTS.contains(address.getPort()) ? -1 : address.getPort();
  }
}
