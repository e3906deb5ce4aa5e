package org.onrecord.http.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AddressRange;

/**
 * What one proxy tells of a request that it passed on.
 *
 * @param from who sent it to the proxy; null where that is hidden, unknown or no address
 * @param proto by which scheme; null where it does not say
 * @param host which host was asked; null where it does not say
 */
record Hop(@Nullable InetAddress from, @Nullable String proto, @Nullable String host) {
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,;\"]*)\\s*");
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?|([0-9.]+):[0-9]{1,5}");

  /** What {@code Forwarded} tells (RFC 7239), in order; nothing where it cannot be read. */
  static List<Hop> ofForwarded(String header) {
    List<Hop> hops = new ArrayList<>();
    Map<String, String> pairs = new HashMap<>();
    Matcher pair = PAIR.matcher(header);
    int at = 0;
    while (at < header.length()) {
      if (!pair.find(at) || pair.start() != at) {
        return List.of();
      }
      pairs.put(pair.group(1).toLowerCase(Locale.ROOT), unquoted(pair.group(2)));
      at = pair.end();
      boolean ends = at == header.length() || header.charAt(at) == ',';
      if (!ends && header.charAt(at) != ';') {
        return List.of();
      }
      if (ends) {
        hops.add(new Hop(address(pairs.get("for")), pairs.get("proto"), pairs.get("host")));
        pairs.clear();
      }
      at++;
    }
    return hops;
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }

  /** What {@code X-Forwarded-For} tells, in order. */
  static List<Hop> ofAddresses(String header) {
    List<Hop> hops = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      hops.add(new Hop(address(part.strip()), null, null));
    }
    return hops;
  }

  /** An address in digits, with a port or without. */
  private static @Nullable InetAddress address(@Nullable String told) {
    if (told == null) {
      return null;
    }
    Matcher withPort = WITH_PORT.matcher(told);
    String bare =
        withPort.matches()
            ? Optional.ofNullable(withPort.group(1)).orElseGet(() -> withPort.group(2))
            : told;
    return AddressRange.address(bare).orElse(null);
  }
}
