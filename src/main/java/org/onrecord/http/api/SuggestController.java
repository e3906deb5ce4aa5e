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
import org.onrecord.api.CompletionsBody;
import org.onrecord.http.ParameterReader;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.Responses;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/suggest}. */
@Controller("/api/v1/suggest")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuggestController {
  private static final int MAX_SIZE = 50;
  private static final int DEFAULT_SIZE = 10;

  private final SearchService service;

  SuggestController(SearchService service) {
    this.service = service;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> suggest(HttpRequest<?> request) throws IOException {
    ParameterReader reader = new ParameterReader(request.getParameters().asMap());
    reader.refuseUnknown(List.of("q", "size"));
    String q = reader.text("q").orElse("");
    int size = reader.number("size", 1, MAX_SIZE, DEFAULT_SIZE);
    return reader.errors().isEmpty()
        ? Responses.fresh(CompletionsBody.of(q, service.complete(q, size)))
        : ProblemResponses.badRequest(request, reader.errors());
  }
}
