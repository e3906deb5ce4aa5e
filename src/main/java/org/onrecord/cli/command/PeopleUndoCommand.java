package org.onrecord.cli.command;

import java.io.IOException;
import org.onrecord.cli.option.Places;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code onrecord people undo}: a decision does not hold any more. */
@Command(
    name = "undo",
    description = {"Takes a decision about names back: all is as it was without it.", ""},
    sortOptions = false,
    footer = {"", "Examples:", "  onrecord people undo 2 --by \"R. Elm\""})
final class PeopleUndoCommand extends DecidingCommand {
  @Parameters(
      paramLabel = "NUMBER",
      description = "Which one, as \"onrecord people log\" counts them.")
  private int number;

  PeopleUndoCommand(PeopleAccess access, Places places) {
    super(access, places);
  }

  @Override
  Decided decide(PeopleDesk desk, PeopleDesk.Editor editor)
      throws IOException, RefusedDecisionException {
    return desk.undo(number, editor);
  }
}
