package org.onrecord.cli.command;

import java.io.IOException;
import org.onrecord.cli.option.Places;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code onrecord people rename}: somebody is called otherwise. */
@Command(
    name = "rename",
    description = {"Changes the name under which an id is shown and found.", ""},
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord people rename r-alder \"Ruth Alder\" --by \"R. Elm\"",
    })
final class PeopleRenameCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "What they are called.")
  private String name = "";

  PeopleRenameCommand(PeopleAccess access, Places places) {
    super(access, places);
  }

  @Override
  Decided decide(PeopleDesk desk, PeopleDesk.Editor editor)
      throws IOException, RefusedDecisionException {
    return desk.rename(who, name, editor);
  }
}
