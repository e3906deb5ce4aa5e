package org.onrecord.cli.option;

import java.util.List;
import picocli.CommandLine.Mixin;

/** The options {@code --registry}, {@code --model} and {@code --variants}. */
public final class KnowledgeOptions {
  @Mixin
  private final SettingOptions options =
      new SettingOptions(List.of(Settings.REGISTRY, Settings.MODEL, Settings.VARIANTS));

  /** What they say. */
  public Knowledge knowledge() {
    return options.settings().knowledge();
  }
}
