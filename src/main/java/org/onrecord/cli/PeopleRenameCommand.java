package org.onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class PeopleRenameCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "WHO", description = "An id or a name.")
  private String who = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "What they are called.")
  private String name = "";

  @Mixin private final DecidingEditor by;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;

  PeopleRenameCommand(PeopleAccess access, Places places) {
    this.access = access;
    this.by = new DecidingEditor(places);
  }

  @Override
  public Integer call() throws IOException {
    var editor = by.editor();
    return access.decide(by.index(), desk -> desk.rename(who, name, editor));
  }
}
