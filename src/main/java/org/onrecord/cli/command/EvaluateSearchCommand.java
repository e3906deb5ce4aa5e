package org.onrecord.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.Knowledge;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.cli.terminal.TextStyle;
import org.onrecord.evaluation.RankingReport;
import org.onrecord.evaluation.RankingScores;
import org.onrecord.evaluation.SearchCollection;
import org.onrecord.evaluation.SearchCollectionReader;
import org.onrecord.evaluation.SearchEvaluation;
import org.onrecord.format.ReadResult.Accepted;
import org.onrecord.ingest.Corrections;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.IngestListener;
import org.onrecord.ingest.IngestPipeline;
import org.onrecord.ingest.IngestReport;
import org.onrecord.ingest.IngestSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord evaluate search}: how well search ranks. */
@Command(
    name = "search",
    description = {
      "Scores the ranking of search against judged collections.",
      "",
      "A collection is a folder with docs.jsonl (id, title, body), queries.jsonl",
      "(id, text) and qrels.tsv (a heading, then query, document, relevance).",
      "Its documents go into an index of their own for the time; each query is",
      "asked as a user does, by its words, with --match any.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord evaluate search collections/cranfield --worst 20",
      "  onrecord evaluate search collections/* --json scores.json",
    })
final class EvaluateSearchCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();

  @Parameters(
      paramLabel = "COLLECTION",
      arity = "1..*",
      description = "Folders with a collection each.")
  private List<Path> folders = List.of();

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "0",
      description = "Print also the N queries with the lowest nDCG@10.")
  private int worst;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all figures there, those of each query too.")
  private @Nullable Path json;

  private final Ports ports;
  private final Terminal terminal;

  EvaluateSearchCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PrintStream out = terminal.out();
    List<RankingScores> all = new ArrayList<>();
    out.println(RankingReport.heading());
    for (Path folder : folders) {
      RankingScores scores = evaluate(SearchCollectionReader.read(folder));
      out.println(RankingReport.line(scores));
      RankingReport.worst(scores, worst).forEach(line -> out.println(TextStyle.clean(line)));
      out.flush();
      all.add(scores);
    }
    if (json != null) {
      Files.writeString(json, RankingReport.json(command(), all) + "\n", StandardCharsets.UTF_8);
    }
    return ExitCode.DONE.number();
  }

  private RankingScores evaluate(SearchCollection collection) throws IOException {
    Path index = Files.createTempDirectory("onrecord-evaluate");
    try {
      fill(index, collection);
      try (ArchiveAccess.OpenArchive archive = ports.archives().at(index).openForReading()) {
        return SearchEvaluation.run(collection, new ArchiveRanker(archive));
      }
    } finally {
      delete(index);
    }
  }

  /** Takes the documents in as {@code index} does. */
  private void fill(Path index, SearchCollection collection) throws IOException {
    IngestPipeline pipeline =
        new IngestPipeline(
            ports.analyzers().with(Knowledge.SHIPPED, Corrections.NONE, terminal::warn),
            IngestSettings.DEFAULT,
            InstantSource.system());
    try (DocumentSink sink = ports.archives().at(index).openForWriting()) {
      IngestReport report =
          pipeline.run(
              results -> collection.documents().forEach(doc -> results.accept(new Accepted(doc))),
              sink,
              IngestListener.SILENT);
      report
          .refused()
          .forEach(refused -> terminal.err().println(TextStyle.clean(refused.sentence())));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The command that gave the figures, with the folders' names only. */
  private String command() {
    return folders.stream()
        .map(folder -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()))
        .collect(Collectors.joining(" ", "onrecord evaluate search ", ""));
  }
}
