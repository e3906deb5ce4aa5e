package org.onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class PeopleMergeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  @Parameters(index = "1", paramLabel = "INTO", description = "Who that is, an id or a name.")
  private String into = "";

  @Mixin private final DecidingEditor by;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;

  PeopleMergeCommand(PeopleAccess access, Places places) {
    this.access = access;
    this.by = new DecidingEditor(places);
  }

  @Override
  public Integer call() throws IOException {
    var editor = by.editor();
    return access.decide(by.index(), desk -> desk.merge(who, into, editor));
  }
}
