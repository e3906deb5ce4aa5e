package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.onrecord.search.InvalidRequestException;

/**
 * Requests that the search service refuses: a query that does not parse, a cursor of another index.
 */
@Singleton
final class InvalidRequestHandler
    implements ExceptionHandler<InvalidRequestException, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, InvalidRequestException e) {
    HttpRequest<?> typed = request;
    String value = typed.getParameters().getFirst(e.parameter()).orElse("");
    return ProblemResponses.badRequest(typed, List.of(ProblemResponses.error(e, value)));
  }
}
