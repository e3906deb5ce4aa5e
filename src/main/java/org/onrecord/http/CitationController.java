package org.onrecord.http;

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
import org.onrecord.page.Citation;
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
    return answer(request, "quotation", id, service.quote(id).map(q -> Citation.of(q, base)));
  }

  @Get("/paragraphs/{+id}")
  @Produces(MediaType.ALL)
  HttpResponse<?> paragraph(HttpRequest<?> request, @PathVariable String id) throws IOException {
    String base = addresses.of(request).base();
    return answer(request, "paragraph", id, service.paragraph(id).map(p -> Citation.of(p, base)));
  }

  private static HttpResponse<?> answer(
      HttpRequest<?> request, String what, String id, Optional<Citation> citation) {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    Citation.Form form =
        reader.choice("as", Citation.Form.values(), Citation.Form::label, Citation.Form.TEXT);
    if (!reader.errors().isEmpty()) {
      return Problems.badRequest(request, reader.errors());
    }
    return citation.isPresent()
        ? Responses.tagged(
            request,
            citation.get().as(form).getBytes(StandardCharsets.UTF_8),
            MediaType.of(form.type()))
        : Problems.notFound(request, what, id);
  }
}
