package org.onrecord.cli.command;

import org.onrecord.cli.Ports;
import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code onrecord evaluate}: the project's own figures. */
@Command(
    name = "evaluate",
    description = {"Measures OnRecord against what people have annotated.", ""},
    synopsisSubcommandLabel = "WHAT")
final class EvaluateCommand extends CommandGroup {
  private EvaluateCommand() {}

  static CommandLine commandLine(Ports ports, Terminal terminal) {
    return new CommandLine(new EvaluateCommand())
        .addSubcommand(new EvaluateQuotationsCommand(terminal))
        .addSubcommand(new EvaluateNamesCommand(terminal))
        .addSubcommand(new EvaluateSearchCommand(ports, terminal));
  }
}
