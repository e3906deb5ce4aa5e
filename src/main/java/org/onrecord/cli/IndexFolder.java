package org.onrecord.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --index}. */
final class IndexFolder {
  private final Places places;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "The folder of the index; by default the folder \"index\" beside OnRecord.")
  private @Nullable Path folder;

  IndexFolder(Places places) {
    this.places = places;
  }

  Path path() {
    return folder == null ? places.index() : folder;
  }
}
