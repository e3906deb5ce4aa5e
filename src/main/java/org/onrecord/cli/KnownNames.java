package org.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * By what an analysis knows people and parties.
 *
 * @param registry a file of more of them; empty for those that come with OnRecord alone
 * @param variants whether other transliterations of a name are names of the same
 */
public record KnownNames(Optional<Path> registry, Variants variants) {

  /** Whether spelling variants count. */
  public enum Variants {
    ON,
    OFF
  }
}
