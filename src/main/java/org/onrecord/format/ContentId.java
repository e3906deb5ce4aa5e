package org.onrecord.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The id of an article that has neither id, address nor file of its own: the same content has the
 * same id.
 */
final class ContentId {
  private ContentId() {}

  /** {@code sha256-} and the first 16 hexadecimal digits of the digest of title, date and body. */
  static String of(@Nullable String title, @Nullable LocalDate date, String body) {
    String content = (title == null ? "" : title) + "\0" + (date == null ? "" : date) + "\0" + body;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
