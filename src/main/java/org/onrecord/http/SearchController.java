package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.api.ProblemBody.ParameterError;
import org.onrecord.api.SearchBody;
import org.onrecord.search.InvalidRequestException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchService;

/** {@code GET /api/v1/search}. */
@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {
  private final SearchService service;

  SearchController(SearchService service) {
    this.service = service;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> search(HttpRequest<?> request) throws IOException {
    return switch (SearchParameters.read(request.getParameters().asMap())) {
      case SearchParameters.Asked(SearchRequest asked) ->
          Answers.fresh(SearchBody.of(asked, service.search(asked)));
      case SearchParameters.Refused(List<ParameterError> errors, SearchRequest rest) ->
          Problems.badRequest(request, withErrorsOfQuery(errors, rest));
    };
  }

  /**
   * The errors, and the query's own where it has one, so that all of them can be mended at once.
   */
  private List<ParameterError> withErrorsOfQuery(List<ParameterError> errors, SearchRequest rest)
      throws IOException {
    List<ParameterError> all = new ArrayList<>();
    try {
      service.search(rest);
    } catch (InvalidRequestException e) {
      all.add(Problems.error(e, rest.q()));
    }
    all.addAll(errors);
    return all;
  }
}
