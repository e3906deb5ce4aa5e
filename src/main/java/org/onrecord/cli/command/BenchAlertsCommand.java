package org.onrecord.cli.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.StandingBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord bench alerts}: how fast saved searches find something in what arrives. */
@Command(
    name = "alerts",
    description = {
      "Saves searches made of the index's own names and words, looks at articles of the index as"
          + " if",
      "they arrived, by one thread, and prints how many a second it looks at, by the clock and of"
          + " a",
      "processor. Nothing is written.",
      ""
    },
    footer = {"", "Example:", "  onrecord bench alerts --index news"})
final class BenchAlertsCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Option(
      names = "--searches",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many searches, 10,000 by default.")
  private int searches = 10_000;

  @Option(
      names = "--articles",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many articles, 2,000 by default.")
  private int articles = 2_000;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many arrive together, 1 to 100; 100 by default.")
  private int batch = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number draws others; 1 by default.")
  private long seed = 1;

  private final Ports ports;
  private final Terminal terminal;

  BenchAlertsCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      StandingBench bench =
          StandingBench.of(archive::export, archive::article, seed, searches, articles);
      long start = System.nanoTime();
      List<String> put = new ArrayList<>();
      for (int i = 0; i < bench.searches().size(); i++) {
        archive.standing().put("s" + i, archive.understood(bench.searches().get(i)));
        put.add("s" + i);
      }
      say("%,d searches saved in %,d ms", put.size(), (System.nanoTime() - start) / 1_000_000);
      bench.run(archive.standing(), batch, Math.min(200, bench.articles().size()));
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long begin = System.nanoTime();
      StandingBench.Found found = bench.run(archive.standing(), batch, bench.articles().size());
      double seconds = (System.nanoTime() - begin) / 1e9;
      double ofProcessor =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
      say(
          "%,d articles, %d together: %,.0f a second by the clock, %,.0f a second of a processor",
          bench.articles().size(),
          batch,
          bench.articles().size() / seconds,
          bench.articles().size() / ofProcessor);
      say("%,d searches found something, %,d passages in all", found.matches(), found.passages());
    }
    return ExitCode.DONE.number();
  }

  private void say(String format, Object... values) {
    terminal.out().println(String.format(Locale.ROOT, format, values));
  }
}
