package org.onrecord.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The option {@code --index}. */
final class IndexFolder {
  private final Places places;

  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.INDEX));

  IndexFolder(Places places) {
    this.places = places;
  }

  Path path() {
    return options.settings().find(Settings.INDEX).orElseGet(places::index);
  }
}
