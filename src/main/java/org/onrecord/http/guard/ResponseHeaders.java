package org.onrecord.http.guard;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.onrecord.article.ProgramVersion;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.InlineSources;
import org.onrecord.http.RequestId;
import org.onrecord.http.ServiceAddresses;

/**
 * What every answer says to a browser: run and load only what is ours, frame us nowhere but under
 * /embed/, which is there for other pages, and come by HTTPS again if you came by it (RFC 6797).
 * Where it leads elsewhere in the service, that stands under the service's path.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.HEADERS)
final class ResponseHeaders {
  private static final String EMBEDDED = "/embed/";
  private static final String A_YEAR = "max-age=31536000";

  private final String policy;
  private final String embeddedPolicy;
  private final String path;

  ResponseHeaders(InlineSources inline, ServiceAddresses addresses) {
    path = addresses.path();
    policy = policy("'self' " + inline.ofPages(), "'self'", "'none'");
    embeddedPolicy = policy(inline.ofFrames(), inline.styleOfFrames(), "*");
  }

  private static String policy(String scripts, String styles, String ancestors) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src " + scripts,
        "style-src " + styles,
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors " + ancestors);
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean embedded = request.getPath().startsWith(EMBEDDED);
    response.header("Content-Security-Policy", embedded ? embeddedPolicy : policy);
    if (embedded) {
      response.header("Cross-Origin-Resource-Policy", "cross-origin");
    } else {
      response.header("X-Frame-Options", "DENY");
    }
    String location = response.getHeaders().get(HttpHeaders.LOCATION);
    if (location != null && location.startsWith("/")) {
      response.getHeaders().set(HttpHeaders.LOCATION, path + location);
    }
    if (request.isSecure() && isKnownByName(request)) {
      response.header("Strict-Transport-Security", A_YEAR);
    }
    response
        .header(HttpHeaders.SERVER, "OnRecord/" + ProgramVersion.CURRENT)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("X-Request-Id", RequestId.of(request).toString());
  }

  /** A browser would hold all services of {@code localhost} to it, whoever runs them. */
  private static boolean isKnownByName(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null && !LocalRequest.isOwnName(host);
  }
}
