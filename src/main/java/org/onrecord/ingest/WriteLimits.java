package org.onrecord.ingest;

import java.time.Duration;

/**
 * How much is written at once.
 *
 * @param articles the most in one request, at least 1
 * @param patience how long a write waits for another process, or for room
 * @param writes how many requests may wait to be written, at least 1
 */
public record WriteLimits(int articles, Duration patience, int writes) {
  public static final WriteLimits DEFAULT = new WriteLimits(10_000, Duration.ofSeconds(10), 128);

  public WriteLimits {
    if (articles < 1 || patience.isNegative() || writes < 1) {
      throw new IllegalArgumentException(
          "articles " + articles + ", patience " + patience + ", writes " + writes);
    }
  }
}
