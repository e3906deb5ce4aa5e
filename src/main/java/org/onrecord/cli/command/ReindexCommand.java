package org.onrecord.cli.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.onrecord.backup.DiskSpace;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.KnowledgeOptions;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.correction.CorrectionLog;
import org.onrecord.ingest.IngestSettings;
import org.onrecord.ingest.Rebuilding;
import org.onrecord.ingest.Reindex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code onrecord reindex}: makes an index anew from the articles that it holds. */
@Command(
    name = "reindex",
    description = {
      "Makes the index anew from the articles that it holds: after a new version of",
      "OnRecord, or with another model or registry. Corrections hold.",
      "",
      "Until all is done the old one is there and may be served; then the new one takes",
      "its place in one step. Nobody else can write meanwhile, but to an archive on a",
      "cluster: what others write there is read anew as well. It needs as much room on",
      "the disk as the index has already.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord reindex",
      "  onrecord reindex --index /srv/onrecord --registry people.csv",
    })
final class ReindexCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final KnowledgeOptions options = new KnowledgeOptions();
  @Mixin private final IndexFolder index;
  private final Ports ports;
  private final Terminal terminal;

  ReindexCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CorrectionLog corrections = ports.archives().at(index.path()).corrections();
    try (Rebuilding rebuilding = ports.archives().at(index.path()).openForRebuilding()) {
      long bytes = rebuilding.stored().bytes();
      long left = ports.archives().at(index.path()).room();
      if (left < bytes) {
        throw new IOException(
            "reindex needs about %s of disk beside the index, and there is %s: free some. Nothing was changed"
                .formatted(DiskSpace.text(bytes), DiskSpace.text(left)));
      }
      BrokenCorrections.tell(corrections, terminal.err());
      Reindex reindex =
          new Reindex(
              ports.analyzers().with(options.knowledge(), corrections::of, terminal::warn),
              IngestSettings.DEFAULT.threads(),
              InstantSource.system());
      long articles = rebuilding.stored().count();
      terminal
          .err()
          .println(
              "Reading %s anew, which takes about %s of disk meanwhile"
                  .formatted(Amount.of(articles, "article"), DiskSpace.text(bytes)));
      Reindex.Report report = run(reindex, rebuilding, articles);
      terminal.out().println("before: " + amounts(report.before()));
      terminal.out().println("now:    " + amounts(report.after()));
      if (report.meanwhile() > 0) {
        terminal
            .out()
            .println("and " + Amount.of(report.meanwhile(), "article") + " written meanwhile");
      }
    }
    return ExitCode.DONE.number();
  }

  private Reindex.Report run(Reindex reindex, Rebuilding rebuilding, long articles)
      throws IOException {
    if (!terminal.interactive().contains(Terminal.Stream.ERR)) {
      return reindex.run(rebuilding, _ -> {});
    }
    try (ProgressBar bar = ImportProgress.bar("Reindexing", articles, terminal).build()) {
      LongConsumer progress = bar::stepTo;
      return reindex.run(rebuilding, progress);
    }
  }

  private static String amounts(Reindex.Amounts amounts) {
    return "%s, %s, %s"
        .formatted(
            Amount.of(amounts.articles(), "article"),
            Amount.of(amounts.paragraphs(), "paragraph"),
            Amount.of(amounts.quotations(), "quotation"));
  }
}
