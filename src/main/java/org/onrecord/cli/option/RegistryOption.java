package org.onrecord.cli.option;

import java.util.List;
import picocli.CommandLine.Mixin;

/** The option {@code --registry}. */
public final class RegistryOption {
  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.REGISTRY));

  /** What was chosen. */
  public RegistryChoice choice() {
    return options.settings().knowledge().registry();
  }
}
