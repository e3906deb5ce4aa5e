package org.onrecord.cli;

import java.nio.file.Path;

/**
 * The folders that commands use where none is named.
 *
 * @param home the folder of OnRecord itself, in which {@code index} and {@code seeds} lie
 */
public record Places(Path home) {
  Path index() {
    return home.resolve("index");
  }

  Path seeds() {
    return home.resolve("seeds");
  }
}
