package org.onrecord.http.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.onrecord.http.ProblemResponses;
import org.onrecord.ingest.TooManyArticlesException;

/** Requests with more articles than are taken at once. */
@Singleton
final class TooManyArticlesHandler
    implements ExceptionHandler<TooManyArticlesException, HttpResponse<?>> {

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, TooManyArticlesException e) {
    HttpRequest<?> typed = request;
    return ProblemResponses.of(
        typed,
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        String.format(
            Locale.ROOT,
            "%,d articles are the most at once. Nothing was written: send them in parts.",
            e.most()));
  }
}
