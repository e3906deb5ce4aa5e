package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.people.Decided;
import org.onrecord.people.NameDecision;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.PeopleHistory;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord people log}: what was decided about names. */
@Command(
    name = "log",
    description = {"Lists every decision about names, the earliest first.", ""},
    footer = {"", "Examples:", "  onrecord people log"})
final class PeopleLogCommand implements Callable<Integer> {
  @Mixin private final IndexFolder index;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;
  private final Terminal terminal;

  /** What is to be printed. */
  private record Told(List<Decided> decisions, PeopleHistory history) {}

  PeopleLogCommand(PeopleAccess access, Places places, Terminal terminal) {
    this.access = access;
    this.index = new IndexFolder(places);
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Told told;
    try {
      told = access.at(index.path(), PeopleLogCommand::told);
    } catch (RefusedDecisionException e) {
      throw new IOException(e.getMessage(), e);
    }
    for (Decided decided : told.decisions()) {
      line(
          "%d  %s  %s: %s"
              .formatted(
                  decided.number(), decided.at(), decided.by(), decided.decision().sentence()));
      if (decided.note() != null) {
        line("  note: " + decided.note());
      }
      if (!(decided.decision() instanceof NameDecision.Undo) && !told.history().holds(decided)) {
        line("  no longer holds: it was undone");
      }
    }
    int left = told.history().decisions().size() - told.decisions().size();
    if (left > 0) {
      line(Amount.of(left, "decision") + " about names that this archive does not have any more");
    }
    if (told.history().decisions().isEmpty()) {
      line("Nothing was decided about names in " + index.path());
    }
    return (told.history().broken().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
  }

  private static Told told(PeopleDesk desk) throws IOException {
    return new Told(desk.told(), desk.history());
  }

  private void line(String text) {
    terminal.out().println(TextStyle.clean(text));
  }
}
