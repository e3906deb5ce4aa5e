package org.onrecord.cli.command;

import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code onrecord bench}: how fast OnRecord is on this machine. */
@Command(
    name = "bench",
    description = {"Measures how fast OnRecord is on this machine.", ""},
    synopsisSubcommandLabel = "WHAT")
final class BenchCommand extends CommandGroup {
  private BenchCommand() {}

  static CommandLine commandLine(Ports ports, Places places, Terminal terminal, Import imports) {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new BenchExtractCommand(terminal))
        .addSubcommand(new BenchIngestCommand(places, terminal, imports))
        .addSubcommand(new BenchWritesCommand(terminal))
        .addSubcommand(new BenchSearchCommand(ports, places, terminal))
        .addSubcommand(new BenchClusterCommand(ports, places, terminal))
        .addSubcommand(new BenchTrendsCommand(ports, places, terminal))
        .addSubcommand(new BenchAlertsCommand(ports, places, terminal))
        .addSubcommand(new BenchVerifyCommand(ports, places, terminal))
        .addSubcommand(new BenchDraftCommand(ports, places, terminal))
        .addSubcommand(new BenchGrowCommand(ports, terminal));
  }
}
