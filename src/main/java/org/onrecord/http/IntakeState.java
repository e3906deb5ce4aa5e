package org.onrecord.http;

import java.time.Instant;
import java.util.Optional;

/**
 * The port by which the service learns how it fares with what it takes in by itself: feeds, and a
 * folder. Safe for use by several threads.
 */
public interface IntakeState {
  /** How many feeds and folders there are. */
  int sources();

  /** How many of them could not be read, or taken in, the last time. */
  int failing();

  /** How many articles were taken in since the service started. */
  long taken();

  /** How many pieces of input were refused since then. */
  long refused();

  /** When an article was last taken in; empty where none was since the service started. */
  Optional<Instant> lastTaken();
}
