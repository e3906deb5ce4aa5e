package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Quotations;
import org.onrecord.http.Responses;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.page.part.Citation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SearchService;

/**
 * Quotations and passages as citations: under {@code /cite} to be copied, under {@code /api/v1} in
 * every form at once, or in one.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class CitationController {
  private static final String EVERY = "json";

  private final SearchService service;
  private final ServiceAddresses addresses;

  CitationController(SearchService service, ServiceAddresses addresses) {
    this.service = service;
    this.addresses = addresses;
  }

  @Get("/cite/quotes/{+id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> quote(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return ofQuote(request, id, citation -> copied(request, citation));
  }

  @Get("/cite/paragraphs/{+id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> paragraph(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return ofParagraph(request, id, citation -> copied(request, citation));
  }

  @Get("/api/v1/quotes/{+id}/citation")
  @Produces({MediaType.APPLICATION_JSON, MediaType.ALL})
  HttpResponse<?> quoteAsData(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return ofQuote(request, id, citation -> data(request, citation));
  }

  @Get("/api/v1/paragraphs/{+id}/citation")
  @Produces({MediaType.APPLICATION_JSON, MediaType.ALL})
  HttpResponse<?> paragraphAsData(HttpRequest<?> request, @PathVariable String id)
      throws IOException {
    return ofParagraph(request, id, citation -> data(request, citation));
  }

  private HttpResponse<?> ofQuote(
      HttpRequest<?> request, String id, Function<Citation, HttpResponse<?>> answer)
      throws IOException {
    String base = addresses.of(request).base();
    return Quotations.answer(request, service, id, quote -> answer.apply(Citation.of(quote, base)));
  }

  private HttpResponse<?> ofParagraph(
      HttpRequest<?> request, String id, Function<Citation, HttpResponse<?>> answer)
      throws IOException {
    String base = addresses.of(request).base();
    Optional<ParagraphDocument> paragraph = service.paragraph(id);
    return paragraph.isPresent()
        ? answer.apply(Citation.of(paragraph.get(), base))
        : ProblemResponses.absent(request, service, ArticleId.ofPassage(id), "paragraph", id);
  }

  private static HttpResponse<?> copied(HttpRequest<?> request, Citation citation) {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    Citation.Form form =
        reader.choice("as", Citation.Form.values(), Citation.Form::label, Citation.Form.TEXT);
    return reader.errors().isEmpty()
        ? sent(request, citation, form)
        : ProblemResponses.badRequest(request, reader.errors());
  }

  private static HttpResponse<?> data(HttpRequest<?> request, Citation citation) {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    reader.refuseUnknown(List.of("format"));
    List<String> labels = new ArrayList<>(List.of(EVERY));
    Arrays.stream(Citation.Form.values()).map(Citation.Form::label).forEach(labels::add);
    String format = reader.choice("format", labels, EVERY);
    if (!reader.errors().isEmpty()) {
      return ProblemResponses.badRequest(request, reader.errors());
    }
    return Arrays.stream(Citation.Form.values())
        .filter(form -> form.label().equals(format))
        .findFirst()
        .<HttpResponse<?>>map(form -> sent(request, citation, form))
        .orElseGet(() -> Responses.tagged(request, CitationBody.of(citation)));
  }

  private static HttpResponse<?> sent(
      HttpRequest<?> request, Citation citation, Citation.Form form) {
    return Responses.tagged(
        request, citation.as(form).getBytes(StandardCharsets.UTF_8), MediaType.of(form.type()));
  }
}
