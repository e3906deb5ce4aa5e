package org.onrecord.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options {@code --min-free-disk}, {@code --max-article} and {@code --max-paragraphs}. */
final class BoundsOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--min-free-disk",
      paramLabel = "MIB",
      defaultValue = Bounds.MIN_FREE_DISK,
      description = {
        "How much of the index's disk is kept free: with less",
        "no article is taken. ${DEFAULT-VALUE} by default, 0 for none."
      })
  private int minFreeDisk;

  @Option(
      names = "--max-article",
      paramLabel = "N",
      defaultValue = Bounds.MAX_ARTICLE,
      description = "The longest article, in thousand characters; ${DEFAULT-VALUE} by default.")
  private int maxArticle;

  @Option(
      names = "--max-paragraphs",
      paramLabel = "N",
      defaultValue = Bounds.MAX_PARAGRAPHS,
      description = "The most paragraphs of an article, ${DEFAULT-VALUE} by default.")
  private int maxParagraphs;

  /** The bounds, checked. */
  Bounds bounds() {
    try {
      return new Bounds(minFreeDisk, maxArticle, maxParagraphs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
