package org.onrecord.http.guard;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessControl;
import org.onrecord.access.AccessControl.Caller;
import org.onrecord.access.AccessControl.Decision;
import org.onrecord.access.AccessControl.Need;
import org.onrecord.access.AccessControl.Shown;
import org.onrecord.access.RateLimiter;
import org.onrecord.access.Role;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.Needs;
import org.onrecord.http.OpenToAll;
import org.onrecord.http.OpenedByToken;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.RequestCaller;

/**
 * Lets a request pass if its sender may make it, and not too often. Whatever only reads needs a
 * reader, whatever does not a writer, unless its route says what it {@link Needs}.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.ACCESS)
@Requires(beans = AccessControl.class)
final class AccessFilter {
  private static final Set<HttpMethod> READING =
      EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final AccessControl control;
  private final RateLimiter limiter;
  private final ProxySignIn proxies;

  AccessFilter(AccessControl control, RateLimiter limiter, ProxySignIn proxies) {
    this.control = control;
    this.limiter = limiter;
    this.proxies = proxies;
  }

  /** The address of a stranger; empty for all others. */
  static Optional<String> anonymous(HttpRequest<?> request) {
    return RequestCaller.of(request)
        .filter(Caller::isStranger)
        .map(_ -> LocalRequest.address(request));
  }

  /** Keys are asked for where they are kept, which may take as long as whoever keeps them. */
  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request, MutablePropagatedContext context)
      throws IOException {
    if (isOpen(request)) {
      return null;
    }
    Decision decision = control.decide(shown(request), need(request));
    Optional<Duration> wait = wait(request, decision);
    if (wait.isPresent()) {
      return tooMany(request, wait.get());
    }
    return switch (decision) {
      case Decision.Granted(Caller caller) -> {
        RequestCaller.set(request, caller);
        if (caller.isStranger()) {
          context.add(new AnonymousReading());
        }
        yield null;
      }
      case Decision.Unknown(String reason) ->
          ProblemResponses.of(request, HttpStatus.UNAUTHORIZED, reason)
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"OnRecord\"");
      case Decision.Forbidden(Caller _, String reason) ->
          ProblemResponses.of(request, HttpStatus.FORBIDDEN, reason);
    };
  }

  /** What it shows of who asks: a key before what a proxy tells, and that before a cookie. */
  private Shown shown(HttpRequest<?> request) {
    if (has(request, OpenedByToken.class)) {
      return new Shown.Token(request.getParameters().getFirst(OpenedByToken.PARAMETER).orElse(""));
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
        .<Shown>map(key -> new Shown.Key(key, origin))
        .or(() -> proxies.signedIn(request))
        .or(() -> KeyCookie.authorization(request).map(key -> new Shown.Key(key, origin)))
        .orElseGet(() -> new Shown.Nothing(LocalRequest.isLocal(request)));
  }

  private static Need need(HttpRequest<?> request) {
    return new Need(needed(request), says(request, "byName"), says(request, "whole"));
  }

  private static boolean says(HttpRequest<?> request, String member) {
    return route(request).flatMap(r -> r.booleanValue(Needs.class, member)).orElse(false);
  }

  private static boolean has(HttpRequest<?> request, Class<? extends Annotation> annotation) {
    return route(request).filter(route -> route.hasAnnotation(annotation)).isPresent();
  }

  private static boolean isOpen(HttpRequest<?> request) {
    return has(request, OpenToAll.class);
  }

  /** Whether a reader may make it, and the archive is read for it. */
  static boolean asks(HttpRequest<?> request) {
    return !isOpen(request)
        && needed(request) == Role.READER
        && route(request).flatMap(r -> r.booleanValue(Needs.class, "asks")).orElse(true);
  }

  private static Role needed(HttpRequest<?> request) {
    return route(request)
        .flatMap(route -> route.enumValue(Needs.class, Role.class))
        .orElse(READING.contains(request.getMethod()) ? Role.READER : Role.WRITER);
  }

  private static Optional<AnnotationMetadata> route(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .map(route -> route.getRouteInfo().getAnnotationMetadata());
  }

  private Optional<Duration> wait(HttpRequest<?> request, Decision decision) {
    String address = "address " + LocalRequest.address(request);
    return switch (decision) {
      case Decision.Granted(Caller caller) when caller.trusted() -> Optional.empty();
      case Decision.Granted(Caller caller) -> limiter.take(client(caller, address));
      case Decision.Forbidden(Caller caller, String _) -> limiter.take(client(caller, address));
      case Decision.Unknown _ -> limiter.take(FailedKeys.of(request));
    };
  }

  /** Who is counted; of a key that stands in pages, each of their readers. */
  private static String client(Caller caller, String address) {
    if (caller.id().isEmpty()) {
      return address;
    }
    return "key " + caller.id() + (caller.isStranger() ? " at " + address : "");
  }

  private static HttpResponse<?> tooMany(HttpRequest<?> request, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return ProblemResponses.of(
            request,
            HttpStatus.TOO_MANY_REQUESTS,
            "These are too many requests in a short time. Try again in "
                + (seconds == 1 ? "a second." : seconds + " seconds."))
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }
}
