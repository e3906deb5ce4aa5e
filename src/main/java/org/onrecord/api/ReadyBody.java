package org.onrecord.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the service can answer searches.
 *
 * @param status {@code up}
 * @param version the program's, {@code 0.2.0}
 * @param articles how many the index holds
 * @param writes whether it also takes articles in
 * @param lastCommit when something was last written to the index; null where that is not known
 * @param reindex why the articles should be read anew, in a sentence; null where nothing is known
 *     of it
 * @param damaged whether some search met a damaged file since the service started
 * @param intake how it fares with feeds and a folder; null where it takes nothing in by itself
 */
public record ReadyBody(
    String status,
    String version,
    long articles,
    boolean writes,
    @Nullable Instant lastCommit,
    @Nullable String reindex,
    boolean damaged,
    @Nullable Intake intake) {

  /**
   * What the service takes in by itself.
   *
   * @param sources how many feeds and folders there are
   * @param failing how many of them could not be read, or taken in, the last time
   * @param lastTaken when an article was last taken in; null where none was since it started
   */
  public record Intake(int sources, int failing, @Nullable Instant lastTaken) {}
}
