package org.onrecord.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What models learn from that are trained to score others' articles. */
final class LearnOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--learn",
      arity = "1..*",
      paramLabel = "ANNOTATED",
      description = {
        "With --folds: annotated articles that every model",
        "learns from too and that are not scored."
      })
  private List<Path> files = List.of();

  /**
   * The files; none where it is not given.
   *
   * @throws ParameterException if it is given and nothing is trained
   */
  List<Path> files(int folds) {
    if (!files.isEmpty() && folds == 0) {
      throw new ParameterException(
          spec.commandLine(), "--learn goes with --folds: nothing else is trained here");
    }
    return files;
  }
}
