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
  private Knowledge.Variants variants = Knowledge.Variants.ON;

  /** What is known with a registry's file or none, and with a model's or the shipped one. */
  Knowledge with(@Nullable Path registry, Optional<Path> model) {
    return new Knowledge(Optional.ofNullable(registry), model, variants);
  }
}
