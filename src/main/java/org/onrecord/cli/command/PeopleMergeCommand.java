package org.onrecord.cli.command;

import java.io.IOException;
import org.onrecord.cli.option.Places;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code onrecord people merge}: one name is another. */
@Command(
    name = "merge",
    description = {
      "Makes everything under one id count as another: in searches, facets, profiles,",
      "exports and feeds.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord people merge r-alder ruth-alder --by \"R. Elm\"",
      "  onrecord people merge \"R. Alder\" \"Ruth Alder\" --by \"R. Elm\"",
    })
final class PeopleMergeCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  @Parameters(index = "1", paramLabel = "INTO", description = "Who that is, an id or a name.")
  private String into = "";

  PeopleMergeCommand(PeopleAccess access, Places places) {
    super(access, places);
  }

  @Override
  Decided decide(PeopleDesk desk, PeopleDesk.Editor editor)
      throws IOException, RefusedDecisionException {
    return desk.merge(who, into, editor);
  }
}
