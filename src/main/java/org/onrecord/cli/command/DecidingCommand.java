package org.onrecord.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.RefusedDecisionException;
import picocli.CommandLine.Mixin;

/** A command by which an editor decides something about names, and is told what. */
abstract class DecidingCommand implements Callable<Integer> {
  @Mixin private final DecidingEditor by;
  @Mixin private final StandardHelp help = new StandardHelp();
  private final PeopleAccess access;

  DecidingCommand(PeopleAccess access, Places places) {
    this.access = access;
    this.by = new DecidingEditor(places);
  }

  /**
   * Decides.
   *
   * @throws RefusedDecisionException if nothing is decided
   */
  abstract Decided decide(PeopleDesk desk, PeopleDesk.Editor editor)
      throws IOException, RefusedDecisionException;

  @Override
  public final Integer call() throws IOException {
    PeopleDesk.Editor editor = by.editor();
    return access.decide(by.index(), desk -> decide(desk, editor));
  }
}
