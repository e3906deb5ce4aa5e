package org.onrecord.cli;

import picocli.CommandLine.Mixin;

/** The options {@code --registry}, {@code --model} and {@code --variants}. */
final class KnowledgeOptions {
  @Mixin private final ModelOption model = new ModelOption();
  @Mixin private final VariantsOption variants = new VariantsOption();

  @Mixin private final RegistryOption registry = new RegistryOption();

  Knowledge knowledge() {
    return variants.with(registry.choice(), model.file());
  }
}
