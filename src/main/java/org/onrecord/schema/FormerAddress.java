package org.onrecord.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that a quotation of an article once had and none has now.
 *
 * @param id the permalink id that it was
 * @param now the id of what stands there now: the same words of the same text, drawn otherwise by
 *     another reading of it; null where the words are gone
 * @param content the words that are gone; null where they are not
 * @param version the article's version that had them
 * @param until when another took that version's place
 */
public record FormerAddress(
    String id, @Nullable String now, @Nullable String content, String version, Instant until) {
  public FormerAddress {
    if ((now == null) == (content == null)) {
      throw new IllegalArgumentException(id + " is either elsewhere or gone");
    }
  }

  /** Whether the words are in the article no more. */
  public boolean isGone() {
    return content != null;
  }
}
