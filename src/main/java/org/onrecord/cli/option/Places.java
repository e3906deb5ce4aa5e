package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.Map;

/**
 * What commands find around them: the folders that they use where none is named, and the
 * environment.
 *
 * @param home the folder of OnRecord itself, in which {@code index} and {@code seeds} lie
 * @param environment the process's variables
 */
public record Places(Path home, Map<String, String> environment) {
  public Places {
    environment = Map.copyOf(environment);
  }

  /** With an empty environment. */
  public Places(Path home) {
    this(home, Map.of());
  }

  public Path index() {
    return home.resolve("index");
  }

  public Path seeds() {
    return home.resolve("seeds");
  }
}
