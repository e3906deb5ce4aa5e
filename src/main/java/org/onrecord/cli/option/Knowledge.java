package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an analysis knows beside the text.
 *
 * @param registry whom it knows beside those that OnRecord knows, and whom it prefers
 * @param model a file with the model that finds quotations; empty for the one that is shipped
 * @param variants whether other transliterations of a name are names of the same
 */
public record Knowledge(RegistryChoice registry, Optional<Path> model, Variants variants) {
  public static final Knowledge SHIPPED =
      new Knowledge(RegistryChoice.NONE, Optional.empty(), Variants.ON);

  /** Whether spelling variants count. */
  public enum Variants {
    ON,
    OFF
  }
}
