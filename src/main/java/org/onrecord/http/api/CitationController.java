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
import java.util.Optional;
import org.onrecord.article.ArticleId;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Quotations;
import org.onrecord.http.Responses;
import org.onrecord.http.ServiceAddresses;
import org.onrecord.page.part.Citation;
import org.onrecord.schema.ParagraphDocument;
import org.onrecord.search.SearchService;

/** Quotations and passages as citations, to be copied. */
@Controller("/cite")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CitationController {
  private final SearchService service;
  private final ServiceAddresses addresses;

  CitationController(SearchService service, ServiceAddresses addresses) {
    this.service = service;
    this.addresses = addresses;
  }

  @Get("/quotes/{+id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> quote(HttpRequest<?> request, @PathVariable String id) throws IOException {
    String base = addresses.of(request).base();
    return Quotations.answer(
        request, service, id, quote -> cited(request, Citation.of(quote, base)));
  }

  @Get("/paragraphs/{+id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> paragraph(HttpRequest<?> request, @PathVariable String id) throws IOException {
    String base = addresses.of(request).base();
    Optional<ParagraphDocument> paragraph = service.paragraph(id);
    return paragraph.isPresent()
        ? cited(request, Citation.of(paragraph.get(), base))
        : ProblemResponses.absent(request, service, ArticleId.ofPassage(id), "paragraph", id);
  }

  private static HttpResponse<?> cited(HttpRequest<?> request, Citation citation) {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    Citation.Form form =
        reader.choice("as", Citation.Form.values(), Citation.Form::label, Citation.Form.TEXT);
    if (!reader.errors().isEmpty()) {
      return ProblemResponses.badRequest(request, reader.errors());
    }
    return Responses.tagged(
        request, citation.as(form).getBytes(StandardCharsets.UTF_8), MediaType.of(form.type()));
  }
}
