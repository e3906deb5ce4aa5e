package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import org.onrecord.access.ApiKey;
import org.onrecord.cli.ArchiveAccess;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import org.onrecord.ingest.DocumentSink;
import org.onrecord.ingest.Migration;
import org.onrecord.ingest.StoredArticles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord migrate}: makes another archive hold what this one holds. */
@Command(
    name = "migrate",
    description = {
      "Writes every article of the index, as it was worked out, into another: from a",
      "folder to a cluster that cluster.properties in the other folder names, or back.",
      "The index may be served and written meanwhile; migrate again, and what came is",
      "written too. Every article is compared afterwards.",
      ""
    },
    footer = {
      "",
      "Keys, corrections, decisions about names and saved searches go along: of keys the",
      "other has those of this index afterwards, if there are any, and no more. The log of",
      "writes and what saved searches have sent stay where they are.",
      "",
      "Examples:",
      "  onrecord migrate /srv/cluster --index /srv/onrecord",
      "  onrecord migrate /srv/onrecord --index /srv/cluster",
    })
final class MigrateCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of the other index; what else it holds is taken out.")
  private Path into = Path.of("");

  private final Ports ports;
  private final Terminal terminal;

  MigrateCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  /** The other archive, as it is written. */
  private record Other(ArchiveAccess archive) implements Migration.Target {
    @Override
    public DocumentSink open() throws IOException {
      return archive.isThere() ? archive.openForEditing() : archive.openForWriting();
    }

    @Override
    public StoredArticles stored() throws IOException {
      return archive.storedArticles();
    }
  }

  @Override
  public Integer call() throws IOException {
    if (into.toAbsolutePath().normalize().equals(index.path().toAbsolutePath().normalize())) {
      throw new IOException("The other index is this one.");
    }
    ArchiveAccess here = ports.archives().at(index.path());
    ArchiveAccess there = ports.archives().at(into);
    Migration.Report report;
    try (StoredArticles from = here.storedArticles()) {
      report = run(from, new Other(there));
    }
    terminal
        .out()
        .printf(
            "%s: %d written, %d taken out, %d different%n",
            Amount.of(report.articles(), "article"),
            report.written(),
            report.removed(),
            report.differing());
    copyLogs(here, there);
    if (report.waiting() > 0) {
      terminal
          .err()
          .printf(
              "%d whose embargo has just ended were left: migrate again when they are shown%n",
              report.waiting());
    }
    if (report.differing() > 0) {
      terminal.err().println("Different: " + report.named());
      return ExitCode.FAILED.number();
    }
    return ExitCode.DONE.number();
  }

  /** After the articles, so that nobody is told of them as if they had just arrived. */
  private void copyLogs(ArchiveAccess here, ArchiveAccess there) throws IOException {
    for (String name : ArchiveLogs.NAMES) {
      long lines = ArchiveLogs.copy(name, here.logs(), there.logs());
      if (lines > 0) {
        terminal.out().printf("%s: %s%n", name, Amount.of(lines, "line"));
      }
    }
    List<ApiKey> keys = here.keys().keys();
    if (!keys.isEmpty()) {
      there.keys().replaceAll(keys);
      terminal.out().println(Amount.of(keys.size(), "key"));
    }
  }

  private Migration.Report run(StoredArticles from, Other other) throws IOException {
    Migration migration = new Migration(InstantSource.system());
    if (!terminal.interactive().contains(Terminal.Stream.ERR)) {
      return migration.run(from, other, _ -> {});
    }
    try (ProgressBar bar = ImportProgress.bar("Migrating", from.count(), terminal).build()) {
      LongConsumer progress = bar::stepTo;
      return migration.run(from, other, progress);
    }
  }
}
