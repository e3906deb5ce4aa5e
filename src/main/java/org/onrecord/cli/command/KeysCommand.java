package org.onrecord.cli.command;

import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code onrecord keys}: who may use the service. */
@Command(
    name = "keys",
    description = {
      "Makes, lists and revokes the keys with which the service is used.",
      "",
      "Without any key the service serves this machine alone, and lets it do",
      "everything. From the first key on everybody needs one. A service that",
      "runs follows at once.",
      ""
    },
    synopsisSubcommandLabel = "WHAT",
    footer = {
      "",
      "Examples:",
      "  onrecord keys add newsroom --role writer",
      "  onrecord keys list",
      "  onrecord keys revoke newsroom",
    })
final class KeysCommand extends CommandGroup {
  private KeysCommand() {}

  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysAddCommand(ports, places, terminal))
        .addSubcommand(new KeysListCommand(ports, places, terminal))
        .addSubcommand(new KeysRevokeCommand(ports, places, terminal));
  }
}
