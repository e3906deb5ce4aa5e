package org.onrecord.http.guard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.Sender;
import org.onrecord.http.ServiceAddress;

/**
 * The key that a browser keeps for whoever signed in, until it is closed. No script can read it,
 * and it counts for nothing but requests of our own pages.
 */
public final class KeyCookie {
  private static final String NAME = "onrecord_key";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,200}");
  private static final Set<HttpMethod> SAFE =
      EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private KeyCookie() {}

  /** What the request says of who asks, as the header would say it. */
  static Optional<String> authorization(HttpRequest<?> request) {
    return isOwn(request)
        ? request
            .getCookies()
            .findCookie(NAME)
            .map(Cookie::getValue)
            .filter(value -> KEY.matcher(value).matches())
            .map(value -> "Bearer " + value)
        : Optional.empty();
  }

  /** Whether a key could be kept. */
  public static boolean canHold(String key) {
    return KEY.matcher(key).matches();
  }

  /** The cookie, which a browser sends by HTTPS alone where it came by that. */
  public static Cookie holding(ServiceAddress address, String key) {
    return Cookie.of(NAME, key)
        .httpOnly(true)
        .sameSite(SameSite.Strict)
        .path(address.path() + "/")
        .secure(address.isSecure());
  }

  /** What makes a browser forget the key. */
  public static Cookie gone(ServiceAddress address) {
    return holding(address, "").maxAge(0);
  }

  /**
   * Whether a page of ours makes the request, or the reader's own hand: what browsers say of it
   * where they say so (W3C Fetch Metadata), else the origin, without which nothing may be changed.
   */
  public static boolean isOwn(HttpRequest<?> request) {
    boolean safe = isSafe(request);
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || safe && site.equals("none");
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin == null ? safe : isOf(origin, Sender.of(request).host());
  }

  /** Whether it only reads. */
  static boolean isSafe(HttpRequest<?> request) {
    return SAFE.contains(request.getMethod());
  }

  private static boolean isOf(String origin, @Nullable String host) {
    String own = String.valueOf(host).toLowerCase(Locale.ROOT);
    String sent = origin.toLowerCase(Locale.ROOT);
    return sent.equals("http://" + own) || sent.equals("https://" + own);
  }
}
