package org.onrecord.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.onrecord.evaluation.SearchBench;
import org.onrecord.evaluation.SearchLog;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A log of searches that is asked again and again: by how many, and how often. */
final class ReplayedLog {
  @Parameters(paramLabel = "LOG", description = "Searches, one a line, in JSON.")
  private Path log = Path.of("");

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "1",
      description = "Ask N searches at a time; 1 by default.")
  private int clients = 1;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Go through the log N times, after once to warm up; 3 by default.")
  private int rounds = 3;

  SearchLog read() throws IOException {
    return SearchLog.read(log);
  }

  /** Asks all of them, and prints how long answers took; nothing where no round is wanted. */
  void ask(SearchLog searches, SearchBench.Answering answering, PrintStream out)
      throws IOException, InterruptedException {
    if (rounds > 0) {
      SearchBench bench = new SearchBench(searches, answering, clients);
      bench.run(1, 0);
      bench.run(rounds, 1).lines().forEach(out::println);
    }
  }
}
