package org.onrecord.http;

import java.net.URI;

/**
 * The service's address as the client knows it, without a slash at the end: {@code
 * http://127.0.0.1:8080}, or {@code https://news.example/archive}.
 */
public record ServiceAddress(String base) {
  /** Whether clients come by HTTPS. */
  public boolean isSecure() {
    return base.startsWith("https:");
  }

  /** Under which path the service stands, without a slash at its end; empty for a host's root. */
  public String path() {
    return URI.create(base).getRawPath();
  }

  /** An absolute address from a path. */
  public String to(String path) {
    return base + path;
  }
}
