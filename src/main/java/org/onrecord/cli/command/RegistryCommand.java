package org.onrecord.cli.command;

import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code onrecord registry}: whom OnRecord knows. */
@Command(
    name = "registry",
    description = {
      "Shows whom OnRecord knows: people, parties, and who belonged where and when.",
      "",
      "With --registry FILE it shows your own people among them, and what is wrong",
      "with the file.",
      ""
    },
    synopsisSubcommandLabel = "WHAT",
    footer = {
      "",
      "Examples:",
      "  onrecord registry who \"Nigel Farage\" --on 2014-05-01",
      "  onrecord registry list --country GB --party Labour",
      "  onrecord registry check --registry people.csv",
    })
final class RegistryCommand extends CommandGroup {
  private RegistryCommand() {}

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new RegistryCommand())
        .addSubcommand(new RegistryCheckCommand(terminal))
        .addSubcommand(new RegistryListCommand(terminal))
        .addSubcommand(new RegistryWhoCommand(terminal));
  }
}
