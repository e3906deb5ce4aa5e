package org.onrecord.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

/**
 * What HTTP's headers repeat of a message, so that those in between need not read it; empty where a
 * header is not there, or is there more than once.
 *
 * @param version {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}, as it was sent
 */
public record MirroredHeaders(
    Optional<String> version, Optional<String> method, Optional<String> name) {
  private static final String BEFORE = "=?base64?";
  private static final String AFTER = "?=";

  /** What {@code Mcp-Name} says: as it stands, or out of its Base64; empty where that is broken. */
  Optional<String> plainName() {
    return name.flatMap(MirroredHeaders::plain);
  }

  private static Optional<String> plain(String value) {
    if (!value.startsWith(BEFORE)
        || !value.endsWith(AFTER)
        || value.length() < BEFORE.length() + AFTER.length()) {
      return Optional.of(value);
    }
    String packed = value.substring(BEFORE.length(), value.length() - AFTER.length());
    try {
      return Optional.of(
          UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(packed)))
              .toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
