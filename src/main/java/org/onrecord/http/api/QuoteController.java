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
import org.onrecord.api.QuoteBody;
import org.onrecord.http.Quotations;
import org.onrecord.http.Responses;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/quotes/{id}}. */
@Controller("/api/v1/quotes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class QuoteController {
  private final SearchService service;

  QuoteController(SearchService service) {
    this.service = service;
  }

  @Get("/{+id}")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> quote(HttpRequest<?> request, @PathVariable String id) throws IOException {
    return Quotations.answer(
        request, service, id, quote -> Responses.tagged(request, QuoteBody.of(quote)));
  }
}
