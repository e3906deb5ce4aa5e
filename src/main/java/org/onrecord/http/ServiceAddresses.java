package org.onrecord.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Tells by which address a client knows the service. */
@Singleton
public final class ServiceAddresses {
  /** Where assistants find the archive's tools. */
  public static final String MCP = "/mcp";

  private final @Nullable String publicUrl;

  ServiceAddresses(@Nullable @Property(name = "onrecord.public-url") String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** Under which path clients find the service, without a slash at its end; empty for none. */
  public String path() {
    return publicUrl == null ? "" : new ServiceAddress(publicUrl).path();
  }

  /**
   * The one that was set; else what the sender asked where that is a host, else where the service
   * listens.
   */
  public ServiceAddress of(HttpRequest<?> request) {
    if (publicUrl != null) {
      return new ServiceAddress(publicUrl);
    }
    Sender sender = Sender.of(request);
    String scheme = sender.secure() ? "https://" : "http://";
    if (sender.host() != null) {
      return new ServiceAddress(scheme + sender.host());
    }
    InetSocketAddress own = request.getServerAddress();
    return new ServiceAddress(scheme + own.getHostString() + ":" + own.getPort());
  }
}
