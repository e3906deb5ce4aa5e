package org.onrecord.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord bench}: how fast OnRecord is on this machine. */
@Command(
    name = "bench",
    description = {"Measures how fast OnRecord is on this machine.", ""},
    synopsisSubcommandLabel = "WHAT")
final class BenchCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Spec private CommandSpec spec = CommandSpec.create();

  private BenchCommand() {}

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new BenchCommand()).addSubcommand(new BenchExtractCommand(terminal));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what: " + String.join(", ", spec.subcommands().keySet()));
  }
}
