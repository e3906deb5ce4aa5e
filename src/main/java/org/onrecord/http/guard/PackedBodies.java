package org.onrecord.http.guard;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.ProblemResponses;

/** Refuses bodies that are packed, where nothing unpacks them: by HTTPS. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.BODY)
@Requires(property = "micronaut.server.netty.request-decompression-enabled", value = "false")
final class PackedBodies {
  private static final String UNPACKED = "identity";

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    String packing = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
    return packing == null || packing.equalsIgnoreCase(UNPACKED)
        ? null
        : ProblemResponses.of(
                request,
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "By HTTPS a body is not unpacked. Send it without Content-Encoding.")
            .header(HttpHeaders.ACCEPT_ENCODING, UNPACKED);
  }
}
