package org.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an analysis knows beside the text.
 *
 * @param registry a file of people and parties to know beside those that OnRecord knows
 * @param model a file with the model that finds quotations; empty for the one that is shipped
 * @param variants whether other transliterations of a name are names of the same
 */
public record Knowledge(Optional<Path> registry, Optional<Path> model, Variants variants) {
  static final Knowledge SHIPPED = new Knowledge(Optional.empty(), Optional.empty(), Variants.ON);

  /** Whether spelling variants count. */
  public enum Variants {
    ON,
    OFF
  }
}
