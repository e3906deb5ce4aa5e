package org.onrecord.cli.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.ApiJson;
import org.onrecord.api.SearchBody;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.SearchLog;
import org.onrecord.schema.Facet;
import org.onrecord.search.CopyMode;
import org.onrecord.search.SearchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord bench search}: how fast searches are answered. */
@Command(
    name = "search",
    description = {
      "Asks the searches of a log of an index, writes each answer as JSON in memory,",
      "and prints how long that took by class.",
      "",
      "A line of the log is a search: {\"class\", \"q\", \"phrase\", \"filters\"}.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench search queries.jsonl --index news",
      "  onrecord bench search queries.jsonl --clients 16 --facets speaker,party,outlet,date",
      "  onrecord bench search queries.jsonl --answers answers.jsonl --rounds 0",
    })
final class BenchSearchCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Mixin private final ReplayedLog log = new ReplayedLog();

  @Option(
      names = "--facets",
      paramLabel = "FACET",
      split = ",",
      description = "Count these facets alone; all of them by default.")
  private List<String> facets = List.of();

  @Option(names = "--unfold", description = "Count every copy, as without copies.")
  private boolean unfold;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Write each answer to FILE, without its time, to compare.")
  private @Nullable Path answers;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  BenchSearchCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SearchLog searches = log.read();
    Set<Facet> counted = counted();
    try (ArchiveAccess.OpenArchive archive = ports.archives().at(index.path()).openForReading()) {
      if (answers != null) {
        write(answers, searches, counted, archive);
      }
      log.ask(
          searches, request -> ApiJson.bytes(answer(archive, request, counted)), terminal.out());
    }
    return ExitCode.DONE.number();
  }

  private void write(
      Path file, SearchLog searches, Set<Facet> counted, ArchiveAccess.OpenArchive archive)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (SearchLog.Entry entry : searches.entries()) {
        out.write(ApiJson.text(answer(archive, entry.request(), counted).untimed()));
        out.write('\n');
      }
    }
  }

  private SearchBody answer(
      ArchiveAccess.OpenArchive archive, SearchRequest request, Set<Facet> counted)
      throws IOException {
    SearchRequest asked =
        request
            .withCopies(unfold ? CopyMode.UNFOLD : request.copies())
            .withFacets(counted, request.facetSize());
    return SearchBody.of(asked, archive.search(asked));
  }

  private Set<Facet> counted() {
    Set<Facet> counted = new TreeSet<>();
    for (String label : facets) {
      counted.add(
          Facet.of(label)
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), "there is no facet " + label)));
    }
    return counted.isEmpty() ? Set.of(Facet.values()) : counted;
  }
}
