package org.onrecord.cli.command;

import java.io.IOException;
import org.onrecord.cli.option.Places;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code onrecord people strike}: what is no name. */
@Command(
    name = "strike",
    description = {
      "Says that an id is no name. Its quotations keep their words and are nobody's; it",
      "is named nowhere any more.",
      ""
    },
    sortOptions = false,
    footer = {"", "Examples:", "  onrecord people strike furious --by \"R. Elm\""})
final class PeopleStrikeCommand extends DecidingCommand {
  @Parameters(paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  PeopleStrikeCommand(PeopleAccess access, Places places) {
    super(access, places);
  }

  @Override
  Decided decide(PeopleDesk desk, PeopleDesk.Editor editor)
      throws IOException, RefusedDecisionException {
    return desk.strike(who, editor);
  }
}
