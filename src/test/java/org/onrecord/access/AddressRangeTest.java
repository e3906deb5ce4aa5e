package org.onrecord.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.200, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false",
    "::1, ::1, true",
    "10.0.0.0/8, ::ffff:10.1.2.3, true"
  })
  void rangeHoldsWhatBeginsAsItDoes(String range, String address, boolean held) {
    assertEquals(
        held, AddressRange.of(range).orElseThrow().contains(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "::/129", "10.0.0/8", "localhost", "10.0.0.0/", "abc", "1/8"})
  void whatIsNoRangeIsNone(String typed) {
    assertTrue(AddressRange.of(typed).isEmpty(), typed);
  }
}
