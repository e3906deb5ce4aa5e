package org.onrecord.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults of the service: the log gets the cause, the client a name under which it is found there.
 */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  @Override
  @SuppressWarnings("rawtypes") // the framework's signature
  public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
    HttpRequest<?> typed = request;
    LOG.error("Request {} to {} failed", RequestId.of(typed), typed.getPath(), fault);
    return Problems.of(typed, HttpStatus.INTERNAL_SERVER_ERROR, detail(typed));
  }

  static String detail(HttpRequest<?> request) {
    return "The service failed; the request is not at fault. Its log says why, under the id "
        + RequestId.of(request)
        + ".";
  }
}
