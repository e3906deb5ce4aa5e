package org.onrecord.http.guard;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.ProblemResponses;
import org.onrecord.http.ServiceAddresses;

/**
 * Turns away pages of other origins from {@code /mcp}, whoever they come from: a page whose name
 * was bound to this machine's address (DNS rebinding) has an origin that is its own Host. So the
 * service's own is what was set, this machine by its own names, or an address in digits.
 */
@ServerFilter(ServiceAddresses.MCP)
@Order(FilterOrder.ORIGIN)
final class McpOriginFilter {
  /** The property of the framework that has the origins of other pages that may use the API. */
  static final String OTHERS = "onrecord.cors-origins";

  private static final Pattern DIGITS =
      Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]{2,45}])(:[0-9]{1,5})?");

  private final Optional<String> own;
  private final List<String> others;

  McpOriginFilter(
      @Nullable @Property(name = "onrecord.public-url") String publicUrl,
      @Nullable @Property(name = OTHERS) List<String> others) {
    this.own = Optional.ofNullable(publicUrl).map(McpOriginFilter::origin);
    this.others = others == null ? List.of() : List.copyOf(others);
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    List<String> origins = request.getHeaders().getAll(HttpHeaders.ORIGIN);
    return origins.stream().allMatch(origin -> isTrusted(request, origin.strip()))
        ? null
        : ProblemResponses.of(
            request,
            HttpStatus.FORBIDDEN,
            "Pages of this origin may not use the service: see --cors-origin.");
  }

  private boolean isTrusted(HttpRequest<?> request, String origin) {
    if (others.contains("*")
        || others.stream().anyMatch(origin::equalsIgnoreCase)
        || own.filter(origin::equalsIgnoreCase).isPresent()) {
      return true;
    }
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null
        && origin.equalsIgnoreCase((request.isSecure() ? "https://" : "http://") + host)
        && (LocalRequest.isOwnName(host)
            || DIGITS.matcher(host.toLowerCase(Locale.ROOT)).matches());
  }

  private static String origin(String url) {
    URI address = URI.create(url);
    return address.getScheme() + "://" + address.getAuthority();
  }
}
