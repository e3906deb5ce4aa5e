package org.onrecord.intake;

import java.time.Duration;
import java.util.Optional;

/** What came of asking for a feed. */
sealed interface FeedAnswer {

  /**
   * The feed.
   *
   * @param etag the server's name of this version
   * @param modified when it was changed
   * @param fresh for how long the server says that it will not change
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Changed(
      byte[] body, Optional<String> etag, Optional<String> modified, Optional<Duration> fresh)
      implements FeedAnswer {}

  /** It is as it was. */
  record Unchanged(Optional<Duration> fresh) implements FeedAnswer {}

  /**
   * It could not be read.
   *
   * @param reason a clause
   * @param after how long the server asks us to wait
   */
  record Failed(String reason, Optional<Duration> after) implements FeedAnswer {}
}
