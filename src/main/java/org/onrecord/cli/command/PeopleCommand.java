package org.onrecord.cli.command;

import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code onrecord people}: an editor's decisions about names, in the whole archive. */
@Command(
    name = "people",
    description = {
      "Joins, renames, parts and strikes the names of people and organisations, in the",
      "whole archive at once.",
      "",
      "No article is read anew: each decision is kept beside the index, with who made",
      "it and when, and holds for what is taken in later. It can be undone. A service",
      "that runs follows at once.",
      ""
    },
    synopsisSubcommandLabel = "WHAT",
    footer = {
      "",
      "Examples:",
      "  onrecord people list alder",
      "  onrecord people merge r-alder ruth-alder --by \"R. Elm\"",
      "  onrecord people strike furious --by \"R. Elm\" --note \"a word\"",
      "  onrecord people undo 2 --by \"R. Elm\"",
    })
final class PeopleCommand extends CommandGroup {
  private PeopleCommand() {}

  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    PeopleAccess access = new PeopleAccess(ports, terminal);
    return new CommandLine(new PeopleCommand())
        .addSubcommand(new PeopleListCommand(access, places, terminal))
        .addSubcommand(new PeopleMergeCommand(access, places))
        .addSubcommand(new PeopleRenameCommand(access, places))
        .addSubcommand(new PeoplePartCommand(access, places))
        .addSubcommand(new PeopleStrikeCommand(access, places))
        .addSubcommand(new PeopleUndoCommand(access, places))
        .addSubcommand(new PeopleJoinCommand(access, places, terminal))
        .addSubcommand(new PeopleLogCommand(access, places, terminal));
  }
}
