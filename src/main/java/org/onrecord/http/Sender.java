package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, and how: as the connection has it, or as those proxies tell that are trusted.
 *
 * @param address without a port, in digits
 * @param secure whether the client speaks HTTPS
 * @param host what the client asked, with its port where it named one; null where that is no host
 */
public record Sender(String address, boolean secure, @Nullable String host) {
  private static final String SENDER = "org.onrecord.sender";
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  /** Who sent it. */
  public static Sender of(HttpRequest<?> request) {
    return request.getAttribute(SENDER, Sender.class).orElseGet(() -> connected(request));
  }

  /** Who holds the connection by which it came. */
  public static Sender connected(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    return new Sender(
        address == null ? "unknown" : address.getHostAddress(),
        request.isSecure(),
        host(request.getHeaders().get(HttpHeaders.HOST)));
  }

  /** The host, if it is one. */
  public static @Nullable String host(@Nullable String told) {
    return told != null && HOST.matcher(told).matches() ? told : null;
  }

  /** Says that this one sent it. */
  public void set(HttpRequest<?> request) {
    request.setAttribute(SENDER, this);
  }
}
