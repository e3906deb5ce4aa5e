package org.onrecord.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by which address a client knows the service. */
@Singleton
public final class ServiceAddresses {
  /** Where assistants find the archive's tools. */
  public static final String MCP = "/mcp";

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  private final @Nullable String publicUrl;

  ServiceAddresses(@Nullable @Property(name = "onrecord.public-url") String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /**
   * The one that was set; else from the Host header where that is one, else where the service
   * listens.
   */
  public ServiceAddress of(HttpRequest<?> request) {
    if (publicUrl != null) {
      return new ServiceAddress(publicUrl);
    }
    String host = request.getHeaders().get(HttpHeaders.HOST);
    String scheme = request.isSecure() ? "https://" : "http://";
    if (host != null && HOST.matcher(host).matches()) {
      return new ServiceAddress(scheme + host);
    }
    InetSocketAddress own = request.getServerAddress();
    return new ServiceAddress(scheme + own.getHostString() + ":" + own.getPort());
  }
}
