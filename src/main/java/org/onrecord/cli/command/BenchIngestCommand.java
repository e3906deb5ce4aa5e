package org.onrecord.cli.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.FormatOption;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.KnowledgeOptions;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.SettingOptions;
import org.onrecord.cli.option.Settings;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.evaluation.OwnProcessor;
import org.onrecord.format.ArticleSource;
import org.onrecord.ingest.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord bench ingest}: how fast articles are taken in. */
@Command(
    name = "ingest",
    description = {
      "Takes articles into an index as \"index\" does, and prints how fast that went, and what it",
      "took of the processors: all of the program, compiling itself included.",
      "",
      "Name an index for it: the articles stay there.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord bench ingest archive.jsonl.gz --index /tmp/ingest",
      "  onrecord bench ingest archive.jsonl.gz --index /tmp/ingest --rounds 2",
    })
final class BenchIngestCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();

  @Mixin
  private final SettingOptions bounds =
      new SettingOptions(
          List.of(Settings.MIN_FREE_DISK, Settings.MAX_ARTICLE, Settings.MAX_PARAGRAPHS));

  @Mixin private final IndexFolder index;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders of articles.")
  private List<String> paths = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "1",
      description = "Take them in N times; after the first time they are unchanged. 1 by default.")
  private int rounds = 1;

  private final Terminal terminal;
  private final Import imports;

  BenchIngestCommand(Places places, Terminal terminal, Import imports) {
    this.index = new IndexFolder(places);
    this.terminal = terminal;
    this.imports = imports;
  }

  @Override
  public Integer call() throws IOException {
    Import.Prepared prepared =
        imports.prepare(options.knowledge(), index.path(), bounds.settings().bounds());
    terminal.out().println("| round | articles | unchanged | s | articles/s | CPU ms an article |");
    terminal.out().println("|---|---|---|---|---|---|");
    for (int round = 1; round <= rounds; round++) {
      Duration before = OwnProcessor.time();
      IngestReport report =
          prepared.run(
              new ArticleSource(paths, format.format(), terminal.in(), format.options()),
              imports.listener());
      double cpu = OwnProcessor.time().minus(before).toNanos() / 1e6;
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "| %d | %d | %d | %.1f | %.0f | %.2f |%n",
              round,
              report.articles(),
              report.unchanged(),
              report.elapsed().toMillis() / 1e3,
              report.rate(),
              cpu / Math.max(1, report.articles()));
    }
    return ExitCode.DONE.number();
  }
}
