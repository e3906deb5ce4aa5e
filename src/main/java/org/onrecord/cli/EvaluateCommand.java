package org.onrecord.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord evaluate}: the project's own figures. */
@Command(
    name = "evaluate",
    description = {"Measures OnRecord against what people have annotated.", ""},
    synopsisSubcommandLabel = "WHAT")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  private EvaluateCommand() {}

  static CommandLine commandLine(Ports ports, Terminal terminal) {
    return new CommandLine(new EvaluateCommand())
        .addSubcommand(new EvaluateQuotationsCommand(terminal))
        .addSubcommand(new EvaluateSearchCommand(ports, terminal));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what: " + String.join(", ", spec.subcommands().keySet()));
  }
}
