package org.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;
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

  /** What is known with these registries, and with a model's file or the shipped one. */
  Knowledge with(RegistryChoice registry, Optional<Path> model) {
    return new Knowledge(registry, model, variants);
  }
}
