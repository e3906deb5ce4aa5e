package org.onrecord.http.guard;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.KeyBounds;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.RequestCaller;

/**
 * Lets pages of the origins to which keys are bound read the answers to these keys (CORS), beside
 * those origins that the service is set to. A browser asks beforehand without the key, so that it
 * is told yes where any key would do.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.PAGES)
@Requires(beans = AccessControl.class)
final class KeyOrigins {
  private static final String A_WHILE = "600";

  private final AccessControl control;

  KeyOrigins(AccessControl control) {
    this.control = control;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> preflight(HttpRequest<?> request) throws IOException {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (request.getMethod() != HttpMethod.OPTIONS
        || origin == null
        || !request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
        || !control.isKnown(origin)) {
      return null;
    }
    return HttpResponse.noContent()
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .header(HttpHeaders.VARY, HttpHeaders.ORIGIN)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST")
        .header(
            HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, If-None-Match")
        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_WHILE);
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void allow(HttpRequest<?> request, MutableHttpResponse<?> response) throws IOException {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null
        && !response.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)
        && mayRead(request, origin)) {
      response
          .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .header(
              HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
              "ETag, Retry-After, X-Match, X-Relaxed, X-Request-Id, X-Total-Count")
          .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
  }

  /** Whether the page may read this answer: one to its key, or that its key does not hold. */
  private boolean mayRead(HttpRequest<?> request, String origin) throws IOException {
    KeyBounds bounds = RequestCaller.of(request).map(Caller::bounds).orElse(null);
    return bounds == null ? control.isKnown(origin) : bounds.isPublic() && bounds.lets(origin);
  }
}
