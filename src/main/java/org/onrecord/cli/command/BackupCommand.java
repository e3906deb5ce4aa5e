package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.BackupReport;
import org.onrecord.backup.DamagedFileException;
import org.onrecord.backup.DiskSpace;
import org.onrecord.backup.Generation;
import org.onrecord.cli.Ports;
import org.onrecord.cli.option.IndexFolder;
import org.onrecord.cli.option.Places;
import org.onrecord.cli.option.StandardHelp;
import org.onrecord.cli.terminal.Amount;
import org.onrecord.cli.terminal.ExitCode;
import org.onrecord.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord backup}: adds a backup of the index to a folder of backups. */
@Command(
    name = "backup",
    description = {
      "Backs the index up into a folder, with what lies beside it: corrections, keys,",
      "the log of writes. Of an earlier backup there only what is new is copied. The",
      "index may be served and written meanwhile; a damaged one is refused.",
      "Of an index on a cluster the folder has the name of a snapshot, which the cluster",
      "keeps in its repository, and --keep deletes it there.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord backup /mnt/backups",
      "  onrecord backup /mnt/backups --index /srv/onrecord --keep 14",
      "  onrecord backup /mnt/backups --list",
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Parameters(paramLabel = "DIR", description = "The folder of backups; the first one makes it.")
  private Path folder = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Afterwards take away all but the newest N backups.")
  private @Nullable Integer keep;

  @Option(names = "--list", description = "Only list the backups, the oldest first.")
  private boolean list;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Ports ports;
  private final Terminal terminal;

  BackupCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (keep != null && keep < 1) {
      throw new ParameterException(spec.commandLine(), "--keep is at least 1, not " + keep);
    }
    BackupFolder backups = new BackupFolder(folder, InstantSource.system());
    return (list ? list(backups) : add(backups, ports.archives().at(index.path()).backups(backups)))
        .number();
  }

  private ExitCode add(BackupFolder backups, ArchiveBackups archive) throws IOException {
    BackupReport report = archive.add();
    terminal
        .out()
        .printf(
            "%s is backed up as %s: %s (new: %s, %s)%n",
            index.path(),
            report.generation().id(),
            CheckCommand.size(report.generation(), backups),
            Amount.of(report.copiedFiles(), "file"),
            DiskSpace.text(report.copiedBytes()));
    if (keep != null) {
      List<String> gone = archive.prune(keep);
      if (!gone.isEmpty()) {
        terminal.out().println("Taken away: " + String.join(", ", gone));
      }
    }
    return ExitCode.DONE;
  }

  private ExitCode list(BackupFolder backups) throws IOException {
    ExitCode code = ExitCode.DONE;
    for (String id : backups.ids()) {
      try {
        Generation one = backups.generation(Optional.of(id));
        terminal.out().println(id + "  " + CheckCommand.size(one, backups));
      } catch (DamagedFileException e) {
        terminal.fail(String.valueOf(e.getMessage()));
        code = ExitCode.FAILED;
      }
    }
    return code;
  }
}
