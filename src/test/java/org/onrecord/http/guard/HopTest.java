package org.onrecord.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HopTest {
  private static String told(List<Hop> hops) {
    return hops.stream()
        .map(hop -> address(hop.from()) + " " + hop.proto() + " " + hop.host())
        .collect(Collectors.joining("; "));
  }

  private static String address(@org.jspecify.annotations.Nullable InetAddress address) {
    return address == null ? "-" : address.getHostAddress();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60 http null",
        "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17 null null",
        "for=192.0.2.43, for=198.51.100.17 | 192.0.2.43 null null; 198.51.100.17 null null",
        "for=_hidden, for=unknown, for=\"_SEVKISEK\" | - null null; - null null; - null null",
        "host=\"a.example:81\" ; for=\"192.0.2.1:99\" | 192.0.2.1 null a.example:81",
        "for=\"a\\\"b,c\";proto=https | - https null",
        "for=192.0.2.1 for=192.0.2.2 | ``",
        "nonsense | ``",
        "for=\"192.0.2.1 | ``",
      })
  void forwardedIsReadAsItsStandardSays(String header, String expected) {
    assertEquals(expected, told(Hop.ofForwarded(header)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1, 10.0.0.1 | 192.0.2.1 null null; 10.0.0.1 null null",
        "192.0.2.1:4711,[::1]:80 | 192.0.2.1 null null; 0:0:0:0:0:0:0:1 null null",
        "evil.example,, 192.0.2.1 | - null null; - null null; 192.0.2.1 null null",
      })
  void addressesAreReadInOrder(String header, String expected) {
    assertEquals(expected, told(Hop.ofAddresses(header)));
  }
}
