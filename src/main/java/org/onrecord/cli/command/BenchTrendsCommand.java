package org.onrecord.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.onrecord.api.ApiJson;
import org.onrecord.api.TrendsBody;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.SearchLog;
import org.onrecord.schema.Facet;
import org.onrecord.search.SearchRequest;
import org.onrecord.trend.ShareOf;
import org.onrecord.trend.TrendRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord bench trends}: how fast what is said is counted over time. */
@Command(
    name = "trends",
    description = {
      "Counts the quotations that each search of a log finds over time: split into the six"
          + " parties,",
      "speakers or outlets that say most, with the words typical of each. Writes each answer as"
          + " JSON",
      "in memory, and prints how long that took by class.",
      "",
      "A line of the log is a search, as for bench search: {\"class\", \"q\", \"phrase\","
          + " \"filters\"}.",
      ""
    },
    footer = {"", "Example:", "  onrecord bench trends queries.jsonl --index news"})
final class BenchTrendsCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Mixin private final ReplayedLog log = new ReplayedLog();

  @Option(
      names = "--words",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many typical words to give of each series, 0 to 30; 10 by default.")
  private int words = 10;

  private final Ports ports;
  private final Terminal terminal;

  BenchTrendsCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SearchLog searches = log.read();
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      log.ask(
          searches,
          request -> ApiJson.bytes(TrendsBody.of(archive.trends(asked(request)), _ -> "search")),
          terminal.out());
    }
    return ExitCode.DONE.number();
  }

  private TrendRequest asked(SearchRequest request) {
    Facet split =
        Stream.of(Facet.PARTY, Facet.SPEAKER, Facet.OUTLET)
            .filter(facet -> !request.filters().containsKey(facet))
            .findFirst()
            .orElse(Facet.SECTION);
    return new TrendRequest(request, List.of(), split, null, ShareOf.ALL, words);
  }
}
