package org.onrecord.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/**
 * The service's address as the client knows it, without a slash at the end: {@code
 * http://127.0.0.1:8080}.
 */
record ServiceAddress(String base) {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  /** From the Host header where that is one, else where the service listens. */
  static ServiceAddress of(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    String scheme = request.isSecure() ? "https://" : "http://";
    if (host != null && HOST.matcher(host).matches()) {
      return new ServiceAddress(scheme + host);
    }
    InetSocketAddress own = request.getServerAddress();
    return new ServiceAddress(scheme + own.getHostString() + ":" + own.getPort());
  }

  /** An absolute address from a path. */
  String to(String path) {
    return base + path;
  }
}
