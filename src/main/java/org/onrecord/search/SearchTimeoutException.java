package org.onrecord.search;

import java.io.IOException;
import java.time.Duration;

/** A search that took longer than it may, and was stopped: there is no answer. */
public final class SearchTimeoutException extends IOException {
  private static final long serialVersionUID = 1L;

  public SearchTimeoutException(Duration limit) {
    super(
        "The search took longer than "
            + (limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms")
            + " and was stopped. Ask for less: fewer prefixes and spellings, a field, a shorter"
            + " time.");
  }
}
