package org.onrecord.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.correction.CorrectionHistory.BrokenLine;
import org.onrecord.correction.CorrectionLog;

/** The lines of the log of corrections that nobody can read. */
final class BrokenCorrections {
  private BrokenCorrections() {}

  /** Tells of them, and how many there are. */
  static int tell(CorrectionLog log, PrintStream err) throws IOException {
    for (BrokenLine line : log.history().broken()) {
      err.println(
          TextStyle.clean(
              "onrecord: %s, line %d is left out: %s"
                  .formatted(log.place(), line.line(), line.problem())));
    }
    return log.history().broken().size();
  }
}
