package org.onrecord.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.BatchBody;
import org.onrecord.batch.BatchList;
import org.onrecord.batch.BatchTable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.HitType;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SearchOptions;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.search.SearchRequest;
import org.onrecord.trend.SeriesKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord batch}: many names or queries counted in one go. */
@Command(
    name = "batch",
    description = {
      "Counts each of a list of names or queries: how many hits, the first and the newest.",
      "",
      "The list is a name or a query a line, or CSV whose first row names columns: speaker, party,",
      "mention, outlet, q and other filters narrow each row, and other columns come back as they"
          + " are.",
      "At most 500 are counted in one go.",
      ""
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  onrecord batch candidates.txt --q ferry",
      "  onrecord batch candidates.csv --outlet \"The Harbour Post\" --json",
      "  cat words.txt | onrecord batch - --by q --from 2024-01-01",
    })
final class BatchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "LIST", description = "The list, in UTF-8; - for standard input.")
  private Path list = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "speaker",
      description =
          "What a line is where no first row says: speaker (the default), mention, party, q or"
              + " another filter.")
  private String by = "speaker";

  @Option(
      names = "--q",
      paramLabel = "QUERY",
      defaultValue = "",
      description = "Words that all have in common.")
  private String query = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "quote (the default), paragraph or any.")
  private HitType type = HitType.QUOTE;

  @Option(names = "--json", description = "Print JSON, as the API gives it, in place of CSV.")
  private boolean json;

  @Mixin private final SearchOptions options;
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  private BatchCommand(Ports ports, Places places, Terminal terminal) {
    this.options = new SearchOptions(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  /** The command with an option for each facet. */
  static CommandLine commandLine(Ports ports, Places places, Terminal terminal) {
    return SearchOptions.commandLine(new BatchCommand(ports, places, terminal));
  }

  @Override
  public Integer call() throws IOException {
    BatchList read = read();
    SearchRequest search = options.request(query, type.documents());
    BatchTable table;
    try (ArchiveAccess.OpenArchive archive =
        ports.archives().at(options.index()).openForReading()) {
      table = archive.batch(read, search);
    }
    if (json) {
      terminal.out().println(ApiJson.text(BatchBody.of(table)));
    } else {
      terminal.out().print(BatchBody.csv(table));
    }
    return table.rows().stream().allMatch(row -> row.fault() == null)
        ? ExitCode.DONE.number()
        : ExitCode.REFUSED.number();
  }

  private BatchList read() throws IOException {
    if (!SeriesKey.kinds().contains(by)) {
      throw new ParameterException(
          spec.commandLine(),
          "--by is " + String.join(", ", SeriesKey.kinds()) + ", not \"" + by + "\"");
    }
    byte[] bytes;
    try (InputStream in = list.equals(Path.of("-")) ? terminal.in() : Files.newInputStream(list)) {
      bytes = in.readNBytes(BatchList.LONGEST + 1);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + list, e);
    }
    if (bytes.length > BatchList.LONGEST) {
      throw new ParameterException(
          spec.commandLine(), "the list is longer than " + BatchList.LONGEST + " bytes: part it");
    }
    try {
      return BatchList.read(new String(bytes, StandardCharsets.UTF_8), by);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
