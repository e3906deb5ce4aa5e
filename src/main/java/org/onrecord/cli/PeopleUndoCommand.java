package org.onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord people undo}: a decision does not hold any more. */
@Command(
    name = "undo",
    description = {"Takes a decision about names back: all is as it was without it.", ""},
    sortOptions = false,
    footer = {"", "Examples:", "  onrecord people undo 2 --by \"R. Elm\""})
final class PeopleUndoCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NUMBER",
      description = "Which one, as \"onrecord people log\" counts them.")
  private int number;

  @Mixin private final DecidingEditor by;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;

  PeopleUndoCommand(PeopleAccess access, Places places) {
    this.access = access;
    this.by = new DecidingEditor(places);
  }

  @Override
  public Integer call() throws IOException {
    var editor = by.editor();
    return access.decide(by.index(), desk -> desk.undo(number, editor));
  }
}
