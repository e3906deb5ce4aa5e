package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord people join}: joins what is one on good evidence. */
@Command(
    name = "join",
    description = {
      "Joins the names that are one person on good evidence: the registry has the one",
      "as a spelling of the other and of nobody else, and an article uses both. While a",
      "service runs it does that every ten minutes. What an editor undid is not joined",
      "again; \"onrecord people list --suggest\" shows what else may be one.",
      ""
    },
    footer = {"", "Examples:", "  onrecord people join"})
final class PeopleJoinCommand implements Callable<Integer> {
  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;
  private final Terminal terminal;

  PeopleJoinCommand(PeopleAccess access, Places places, Terminal terminal) {
    this.access = access;
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Decided> joined;
    try {
      joined = access.at(index.path(), PeopleDesk::join);
    } catch (RefusedDecisionException e) {
      throw new IOException(e.getMessage(), e);
    }
    for (Decided decided : joined) {
      terminal
          .out()
          .println(
              TextStyle.clean(
                  "%d: %s (%s)"
                      .formatted(decided.number(), decided.decision().sentence(), decided.note())));
    }
    if (joined.isEmpty()) {
      terminal.out().println("Nothing to join in " + index.path());
    }
    return ExitCode.DONE.number();
  }
}
