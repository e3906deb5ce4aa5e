package org.onrecord.format;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Sha256;

/**
 * The id of an article that has neither id, address nor file of its own: the same content has the
 * same id.
 */
final class ContentId {
  private ContentId() {}

  /** {@code sha256-} and the first 16 hexadecimal digits of the digest of title, date and body. */
  static String of(@Nullable String title, @Nullable LocalDate date, String body) {
    String content = (title == null ? "" : title) + "\0" + (date == null ? "" : date) + "\0" + body;
    return "sha256-" + Sha256.hex(content, 16);
  }
}
