package org.onrecord.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.evaluation.VerificationBench;
import org.onrecord.evaluation.VerificationReport;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchResult;
import org.onrecord.verify.Claim;
import org.onrecord.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord bench verify}: how often and how fast quotations are verified rightly. */
@Command(
    name = "verify",
    description = {
      "Verifies probes made of the index's own quotations, and inventions, and prints how",
      "many verdicts are right and how long they took.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench verify --index news",
      "  onrecord bench verify --probes 2000 --seed 7 --wrong",
    })
final class BenchVerifyCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Option(
      names = "--probes",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many probes, 500 by default.")
  private int probes = 500;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number draws other probes; 1 by default.")
  private long seed = 1;

  @Option(names = "--wrong", description = "Print each probe whose verdict is wrong.")
  private boolean wrong;

  private final Ports ports;
  private final Terminal terminal;

  BenchVerifyCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      VerificationReport report = new VerificationBench(asked(archive)).run(seed, probes);
      if (wrong) {
        report.tried().stream()
            .filter(one -> !one.isRight())
            .forEach(one -> terminal.out().println(told(one)));
      }
      report.lines().forEach(terminal.out()::println);
    }
    return ExitCode.DONE.number();
  }

  /** An open archive as what is asked. */
  static VerificationBench.ProbedArchive asked(ArchiveAccess.OpenArchive archive) {
    return new VerificationBench.ProbedArchive() {
      @Override
      public SearchResult search(SearchRequest request) throws IOException {
        return archive.search(request);
      }

      @Override
      public Verification verify(Claim claim) throws IOException {
        return archive.verify(claim);
      }
    };
  }

  private static String told(VerificationReport.Tried one) {
    StringBuilder told =
        new StringBuilder(one.probe().kind().label())
            .append(" of ")
            .append(one.probe().of())
            .append(": ")
            .append(one.probe().claim())
            .append("\n  ")
            .append(one.answer().verdict().label());
    one.answer().candidates().stream()
        .limit(2)
        .forEach(
            candidate ->
                told.append("\n  ")
                    .append(candidate.verdict().label())
                    .append(", ")
                    .append(candidate.wording().label())
                    .append(" in ")
                    .append(candidate.paragraph().id())
                    .append(" (")
                    .append(
                        candidate.quotation().map(q -> q.kind() + " " + q.speaker()).orElse("text"))
                    .append("): ")
                    .append(candidate.found().in(candidate.paragraph().text()))
                    .append("\n    ")
                    .append(candidate.differences()));
    return TextStyle.clean(told.toString().replace("\n", " | ")).replace(" | ", "\n");
  }
}
