package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The option {@code --index}. */
public final class IndexFolder {
  private final Places places;

  @Mixin private final SettingOptions options = new SettingOptions(List.of(Settings.INDEX));

  public IndexFolder(Places places) {
    this.places = places;
  }

  public Path path() {
    return options.settings().find(Settings.INDEX).orElseGet(places::index);
  }

  /** Whether somebody named it; else it is the one in OnRecord's folder. */
  public boolean isNamed() {
    return options.settings().find(Settings.INDEX).isPresent();
  }
}
