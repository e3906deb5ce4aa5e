package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.correction.CorrectionHistory.BrokenLine;
import org.onrecord.people.ArchivedPerson;
import org.onrecord.people.Decided;
import org.onrecord.people.PeopleDesk;
import org.onrecord.people.PeopleLog;
import org.onrecord.people.RefusedDecisionException;
import org.onrecord.registry.RegistryLoader;

/** How the commands about names reach an index and the decisions beside it. */
final class PeopleAccess {
  private final Ports ports;
  private final Terminal terminal;

  PeopleAccess(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  /** Something to do with the desk. */
  @FunctionalInterface
  interface Work<T> {
    T with(PeopleDesk desk) throws IOException, RefusedDecisionException;
  }

  /**
   * Does it.
   *
   * @throws RefusedDecisionException as the work does
   */
  <T> T at(Path index, Work<T> work) throws IOException, RefusedDecisionException {
    PeopleLog log = ports.archives().at(index).names();
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index).openForReading()) {
      for (BrokenLine line : log.history().broken()) {
        terminal
            .err()
            .println(
                TextStyle.clean(
                    "onrecord: %s, line %d is left out: %s"
                        .formatted(log.place(), line.line(), line.problem())));
      }
      return work.with(
          new PeopleDesk(log, held(archive), RegistryLoader::builtIn, InstantSource.system()));
    }
  }

  private static PeopleDesk.Archived held(ArchiveAccess.OpenArchive archive) {
    return new PeopleDesk.Archived() {
      @Override
      public List<ArchivedPerson> people() throws IOException {
        return archive.people();
      }

      @Override
      public long articlesWithBoth(String id, String other) throws IOException {
        return archive.articlesWithBoth(id, other);
      }
    };
  }

  /** Decides, and tells what was decided or why nothing was. */
  int decide(Path index, Work<Decided> work) throws IOException {
    try {
      Decided decided = at(index, work);
      terminal
          .out()
          .println(TextStyle.clean(decided.number() + ": " + decided.decision().sentence()));
      return ExitCode.DONE.number();
    } catch (RefusedDecisionException e) {
      terminal.fail(e.getMessage() + ". Nothing was decided");
      return ExitCode.FAILED.number();
    }
  }
}
