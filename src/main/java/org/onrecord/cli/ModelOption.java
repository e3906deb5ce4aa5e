package org.onrecord.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --model}. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = {
        "The model that finds quotations, as train writes it;",
        "by default the one that comes with OnRecord."
      })
  private @Nullable Path file;

  /** Empty for the shipped one. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
