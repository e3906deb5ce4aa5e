package org.onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --registry}. */
final class RegistryOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--registry",
      paramLabel = "FILE|countries=XX,YY",
      split = ";",
      description = {
        "Who is who: a file of people and parties to know beside",
        "those that OnRecord knows, Popolo (.json) or .csv; or",
        "countries=PK,IN to mean the people of these where",
        "others have the same name. May repeat."
      })
  private List<String> values = new ArrayList<>();

  /** What was chosen. */
  RegistryChoice choice() {
    try {
      return RegistryChoice.of(values);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
