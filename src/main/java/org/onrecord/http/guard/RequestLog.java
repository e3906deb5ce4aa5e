package org.onrecord.http.guard;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.Metrics;
import org.onrecord.http.RequestCaller;
import org.onrecord.http.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every request and how long its answer took to begin, and writes it to the log where that
 * is asked for: without its parameters and headers, which may say what somebody looks for and who
 * it is.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.OUTERMOST)
final class RequestLog {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final String BEGUN = "org.onrecord.begun";

  private final Metrics metrics;
  private final boolean logged;

  RequestLog(Metrics metrics, @Property(name = "onrecord.access-log") boolean logged) {
    this.metrics = metrics;
    this.logged = logged;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(BEGUN, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    long begun = request.getAttribute(BEGUN, Long.class).orElseGet(System::nanoTime);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    metrics.answered(method(request), route(request), response.code(), took);
    if (logged) {
      log(request, response.code(), took.toMillis());
    }
  }

  private static void log(HttpRequest<?> request, int status, long millis) {
    String id = RequestId.of(request).toString();
    String key = RequestCaller.of(request).map(Caller::name).orElse("-");
    String path = request.getUri().getRawPath();
    LOG.atInfo()
        .addKeyValue("request", id)
        .addKeyValue("key", key)
        .addKeyValue("address", LocalRequest.address(request))
        .addKeyValue("method", request.getMethodName())
        .addKeyValue("path", path)
        .addKeyValue("route", route(request))
        .addKeyValue("status", status)
        .addKeyValue("millis", millis)
        .log("{} {} {} {} ms, {}, {}", request.getMethodName(), path, status, millis, key, id);
  }

  private static String method(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.CUSTOM ? "other" : request.getMethodName();
  }

  /** The route's template, {@code /api/v1/articles/{id}}; {@code none} where there is none. */
  private static String route(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(UriRouteInfo.class::isInstance)
        .map(info -> ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toPathString())
        .map(path -> path.replace("{+", "{"))
        .orElse("none");
  }
}
