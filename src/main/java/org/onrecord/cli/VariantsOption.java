package org.onrecord.cli;

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

  Knowledge.Variants variants() {
    return variants;
  }
}
