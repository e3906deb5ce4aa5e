package org.onrecord.cli;

import java.util.List;
import picocli.CommandLine.Mixin;

/** The option {@code --registry}. */
final class RegistryOption {
  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.REGISTRY));

  /** What was chosen. */
  RegistryChoice choice() {
    return options.settings().knowledge().registry();
  }
}
