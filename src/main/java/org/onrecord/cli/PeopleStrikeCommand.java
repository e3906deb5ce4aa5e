package org.onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class PeopleStrikeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  @Mixin private final DecidingEditor by;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;

  PeopleStrikeCommand(PeopleAccess access, Places places) {
    this.access = access;
    this.by = new DecidingEditor(places);
  }

  @Override
  public Integer call() throws IOException {
    var editor = by.editor();
    return access.decide(by.index(), desk -> desk.strike(who, editor));
  }
}
