package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The option {@code --model}. */
public final class ModelOption {
  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.MODEL));

  /** Empty for the shipped one. */
  public Optional<Path> file() {
    return options.settings().find(Settings.MODEL);
  }
}
