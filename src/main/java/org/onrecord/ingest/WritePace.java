package org.onrecord.ingest;

import java.time.Duration;

/**
 * How long an index stays open for writing, so that merges get done and other processes can write
 * in between.
 *
 * @param linger how long it stays open when nothing is to be written
 * @param stretch how long it stays open at least while writes go on; after that it is closed as
 *     soon as no merge is under way
 * @param pause how long it is then left to other processes
 * @param retry how often is tried to open what another process has open
 */
record WritePace(Duration linger, Duration stretch, Duration pause, Duration retry) {
  static final WritePace DEFAULT =
      new WritePace(
          Duration.ofMillis(300),
          Duration.ofSeconds(4),
          Duration.ofMillis(250),
          Duration.ofMillis(50));
}
