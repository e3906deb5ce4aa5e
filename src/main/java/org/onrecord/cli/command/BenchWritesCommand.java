package org.onrecord.cli.command;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.WriteBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord bench writes}: how many single articles a service takes in. */
@Command(
    name = "writes",
    description = {
      "Puts short articles into a service, one a request, by so many clients at a time, prints",
      "how many were acknowledged a second, and takes them out again. It warms up first.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench writes http://127.0.0.1:8080",
      "  onrecord bench writes http://127.0.0.1:8080 --clients 1,8,32 --seconds 30",
    })
final class BenchWritesCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();

  @Parameters(paramLabel = "URL", description = "The service's address.")
  private URI service = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,32",
      description = "As many at a time, one after the other; 1,32 by default.")
  private List<Integer> clients = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Write for N seconds each, after as many to warm up; 10 by default.")
  private int seconds = 10;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The key of a writer, if it needs one.")
  private @Nullable String key;

  private final Terminal terminal;

  BenchWritesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    WriteBench bench = new WriteBench(service, key);
    bench.run(4, Duration.ofSeconds(seconds));
    terminal.out().println("| clients | writes/s | p50 ms | p99 ms |");
    terminal.out().println("|---|---|---|---|");
    for (int count : clients) {
      terminal.out().println(bench.run(Math.max(1, count), Duration.ofSeconds(seconds)).line());
    }
    return ExitCode.DONE.number();
  }
}
