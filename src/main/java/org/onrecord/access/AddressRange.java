package org.onrecord.access;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with a beginning in common (RFC 4632, RFC 4291), typed as {@code 10.0.0.0/8}, {@code
 * fd00::/8} or one address.
 *
 * @param first one of them
 * @param bits how many bits they have in common, from 0 to 32 or 128
 */
public record AddressRange(InetAddress first, int bits) {
  private static final Pattern TYPED =
      Pattern.compile(
          "([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f.:]{1,44})(?:/([0-9]{1,3}))?");

  /** What is typed; empty where it is no range. */
  public static Optional<AddressRange> of(String typed) {
    Matcher range = TYPED.matcher(typed);
    if (!range.matches()) {
      return Optional.empty();
    }
    return address(range.group(1))
        .map(
            first ->
                new AddressRange(
                    first,
                    range.group(2) == null
                        ? first.getAddress().length * Byte.SIZE
                        : Integer.parseInt(range.group(2))))
        .filter(read -> read.bits <= read.first.getAddress().length * Byte.SIZE);
  }

  /** An address in digits, which no name server is asked for; empty where it is none. */
  public static Optional<InetAddress> address(String typed) {
    if (!TYPED.matcher(typed).matches() || typed.contains("/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(typed));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int i = 0; i * Byte.SIZE < bits; i++) {
      int unlike = (own[i] ^ other[i]) & 0xff;
      if (unlike >> Math.max(0, Byte.SIZE - (bits - i * Byte.SIZE)) != 0) {
        return false;
      }
    }
    return true;
  }
}
