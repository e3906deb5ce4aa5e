package org.onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onrecord.backup.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord check}: reads a whole index and tells whether it is sound. */
@Command(
    name = "check",
    description = {"Reads the whole index and tells what is wrong with it. Changes nothing.", ""},
    footer = {
      "",
      "Examples:",
      "  onrecord check",
      "  onrecord check --index /srv/onrecord",
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;
  private final Ports ports;
  private final Terminal terminal;

  CheckCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    VerificationReport report = ports.archives().verifier(index.path()).verify();
    String held =
        "%s, %s, %s"
            .formatted(
                Amount.of(report.articles(), "article"),
                Amount.of(report.paragraphs(), "paragraph"),
                Amount.of(report.quotations(), "quotation"));
    if (report.sound()) {
      terminal.out().println(index.path() + " is sound: " + held);
      return ExitCode.DONE.number();
    }
    terminal.out().println(index.path() + " is damaged: " + held);
    report.problems().forEach(p -> terminal.err().println("  " + TextStyle.clean(p)));
    terminal.fail(Amount.of(report.problems().size(), "problem") + " found");
    return ExitCode.FAILED.number();
  }
}
