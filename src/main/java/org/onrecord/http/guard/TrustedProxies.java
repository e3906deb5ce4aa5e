package org.onrecord.http.guard;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AddressRange;
import org.onrecord.http.FilterOrder;
import org.onrecord.http.Sender;

/**
 * Finds out who sent a request that a proxy passed on. What a proxy tells is believed only of those
 * that are trusted, from the last one back: the first address that is not one of them is the
 * client's, and what stands before it anybody could have written. A proxy writes one header and
 * passes on the other as it came, so that where both are there and differ neither is believed.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.SENDER)
final class TrustedProxies {
  /** The property of the framework that has the ranges of their addresses. */
  static final String PROPERTY = "onrecord.trusted-proxies";

  private static final String PASSED_ON = "org.onrecord.passed-on";

  private final List<AddressRange> trusted;

  TrustedProxies(@Nullable @Property(name = PROPERTY) List<String> trusted) {
    this.trusted =
        trusted == null
            ? List.of()
            : trusted.stream().map(range -> AddressRange.of(range).orElseThrow()).toList();
  }

  @RequestFilter
  void find(HttpRequest<?> request) {
    InetAddress proxy = request.getRemoteAddress().getAddress();
    if (proxy != null && isTrusted(proxy)) {
      request.setAttribute(PASSED_ON, true);
      sender(request).set(request);
    }
  }

  /** Whether a trusted proxy passed it on. */
  static boolean isPassedOn(HttpRequest<?> request) {
    return request.getAttribute(PASSED_ON).isPresent();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private Sender sender(HttpRequest<?> request) {
    Sender connected = Sender.connected(request);
    Optional<String> addresses = joined(request, "X-Forwarded-For");
    Optional<String> forwarded = joined(request, "Forwarded");
    List<Hop> plain = addresses.map(Hop::ofAddresses).orElse(List.of());
    List<Hop> told = forwarded.map(Hop::ofForwarded).orElse(List.of());
    Hop hop = client(told);
    String address =
        agreed(
                addresses.flatMap(_ -> digits(client(plain))),
                forwarded.flatMap(_ -> digits(hop)),
                addresses.isPresent() && forwarded.isPresent())
            .orElse(connected.address());
    Optional<String> host =
        agreed(last(request, "X-Forwarded-Host"), Optional.ofNullable(hop.host()), false)
            .flatMap(named -> Optional.ofNullable(Sender.host(named)));
    boolean secure =
        agreed(last(request, "X-Forwarded-Proto"), Optional.ofNullable(hop.proto()), false)
            .map(proto -> proto.toLowerCase(Locale.ROOT))
            .filter(proto -> proto.equals("https") || proto.equals("http"))
            .map(proto -> proto.equals("https"))
            .orElse(connected.secure());
    return new Sender(address, secure, host.orElse(connected.host()));
  }

  private static Optional<String> digits(Hop hop) {
    return Optional.ofNullable(hop.from()).map(InetAddress::getHostAddress);
  }

  /** What both say, or the one that says something, unless both must; else nothing. */
  private static Optional<String> agreed(
      Optional<String> one, Optional<String> other, boolean both) {
    if (one.isPresent() && other.isPresent()) {
      return one.filter(value -> value.equalsIgnoreCase(other.get()));
    }
    return both ? Optional.empty() : one.or(() -> other);
  }

  /** The last hop whose sender is no trusted proxy; where all are, the first that can be read. */
  private Hop client(List<Hop> hops) {
    Hop found = new Hop(null, null, null);
    for (Hop hop : hops.reversed()) {
      InetAddress from = hop.from();
      if (from == null) {
        return found;
      }
      found = hop;
      if (!isTrusted(from)) {
        return found;
      }
    }
    return found;
  }

  private static Optional<String> joined(HttpRequest<?> request, String header) {
    List<String> lines = request.getHeaders().getAll(header);
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
  }

  private static Optional<String> last(HttpRequest<?> request, String header) {
    return joined(request, header).map(all -> all.substring(all.lastIndexOf(',') + 1).strip());
  }
}
