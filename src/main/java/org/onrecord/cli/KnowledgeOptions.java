package org.onrecord.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --registry}, {@code --model} and {@code --variants}. */
final class KnowledgeOptions {
  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final VariantsOption variants = new VariantsOption();

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = {
        "Who is who: people and parties to know beside those",
        "that OnRecord knows; Popolo (.json) or .csv."
      })
  private @Nullable Path registry;

  Knowledge knowledge() {
    return variants.with(registry, model.file());
  }
}
