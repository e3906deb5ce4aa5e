package org.onrecord.http.guard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.Sender;

/**
 * Whether a request certainly comes from this machine: its sender's address does, no proxy has
 * passed it on, it asks for this machine by its own name, and no page of another origin that a
 * browser here has open makes it.
 */
public final class LocalRequest {
  private static final Pattern OWN_NAME =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]{1,5})?");
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  private LocalRequest() {}

  static boolean isLocal(HttpRequest<?> request) {
    InetAddress sender = request.getRemoteAddress().getAddress();
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return sender != null
        && sender.isLoopbackAddress()
        && !TrustedProxies.isPassedOn(request)
        && host != null
        && isOwnName(host)
        && isOwn(
            request.getHeaders().get(HttpHeaders.ORIGIN),
            (request.isSecure() ? "https://" : "http://") + host)
        && PASSED_ON.stream().noneMatch(name -> request.getHeaders().contains(name));
  }

  /** Whether a Host header names the machine as only the machine itself does. */
  static boolean isOwnName(String host) {
    return OWN_NAME.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isOwn(@Nullable String origin, String own) {
    return origin == null || origin.equalsIgnoreCase(own);
  }

  /** The sender's address, without a port. */
  static String address(HttpRequest<?> request) {
    return Sender.of(request).address();
  }
}
