package org.onrecord.alert.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.onrecord.access.AddressRange;

/**
 * Which addresses messages are posted to. What is not of the public internet is refused unless that
 * is allowed: this machine, its networks, link-local and other special addresses (RFC 6890), also
 * where an IPv6 address stands for one of IPv4 (RFC 4291, 6052, 3056).
 *
 * @param all whether all are allowed
 */
record Addresses(boolean all) {
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(range -> AddressRange.of(range).orElseThrow())
          .toList();

  /**
   * The address of a host to connect to: that very address is then connected to, so that no second
   * answer of a name server counts.
   *
   * @throws UnknownHostException if it has none
   * @throws IOException if it is one that is refused; any of several is enough
   */
  InetAddress of(String host) throws IOException {
    InetAddress[] known = InetAddress.getAllByName(bare(host));
    for (InetAddress address : known) {
      if (!all && isSpecial(address)) {
        throw new IOException(
            (bare(host).equals(address.getHostAddress())
                    ? ""
                    : host + " stands for " + address.getHostAddress() + ", and ")
                + address.getHostAddress()
                + " is no address of the public internet; whoever runs the service may allow it"
                + " (alert-private-targets)");
      }
    }
    return known[0];
  }

  static boolean isSpecial(InetAddress address) {
    return SPECIAL.stream().anyMatch(range -> range.contains(address));
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
