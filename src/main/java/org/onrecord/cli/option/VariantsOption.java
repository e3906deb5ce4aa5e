package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The option {@code --variants}. */
public final class VariantsOption {
  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.VARIANTS));

  /** What is known with these registries, and with a model's file or the shipped one. */
  public Knowledge with(RegistryChoice registry, Optional<Path> model) {
    return new Knowledge(registry, model, options.settings().get(Settings.VARIANTS));
  }
}
