package org.onrecord.http;

/**
 * The service's address as the client knows it, without a slash at the end: {@code
 * http://127.0.0.1:8080}.
 */
public record ServiceAddress(String base) {
  /** Whether clients come by HTTPS. */
  public boolean isSecure() {
    return base.startsWith("https:");
  }

  /** An absolute address from a path. */
  public String to(String path) {
    return base + path;
  }
}
