package org.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --variants}. */
final class VariantsOption {
  @Option(
      names = "--variants",
      paramLabel = "on|off",
      defaultValue = "on",
      description = {
        "Whether Chaudhary and Chaudhry are one name, as other",
        "transliterations are; on by default."
      })
  private KnownNames.Variants variants = KnownNames.Variants.ON;

  /** What is known with a registry's file, or without one. */
  KnownNames with(@Nullable Path registry) {
    return new KnownNames(Optional.ofNullable(registry), variants);
  }
}
