package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.ArchiveBackups.Followed;
import org.onrecord.backup.BackupFolder;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord restore}: puts a backup in the place of an index that is not there. */
@Command(
    name = "restore",
    description = {
      "Restores an index from a backup. The folder of the index must be missing or",
      "empty: nothing is written over. Every byte is checked before the index is put",
      "in its place.",
      "An index on a cluster is restored into DIR with a cluster.properties, under a",
      "prefix of which the cluster has no archive.",
      "",
      "What was deleted or withheld after the backup was made is there again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  onrecord restore /mnt/backups",
      "  onrecord restore /mnt/backups --from 20241107T100000Z --index /srv/new",
      "  onrecord restore /mnt/backups --into --index /srv/standby",
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private final StandardHelp help = new StandardHelp();
  @Mixin private final IndexFolder index;

  @Parameters(paramLabel = "DIR", description = "The folder of backups.")
  private Path folder = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "BACKUP",
      description = {
        "Which backup, as \"onrecord backup DIR --list\" names it;",
        "by default the newest."
      })
  private @Nullable String from;

  @Option(
      names = "--keys",
      description = {
        "Restore the API keys, too. By default they stay in the",
        "backup: one that was revoked since would open again."
      })
  private boolean keys;

  @Option(
      names = "--into",
      description = {
        "Bring the index forward that was restored with this option",
        "before, while it is served: a standby. What the backup has",
        "not is gone from it; one that was written to is refused."
      })
  private boolean into;

  private final Ports ports;
  private final Terminal terminal;

  RestoreCommand(Ports ports, Places places, Terminal terminal) {
    this.index = new IndexFolder(places);
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BackupFolder backups = new BackupFolder(folder, InstantSource.system());
    Generation generation = backups.generation(Optional.ofNullable(from));
    ArchiveBackups archive = ports.archives().at(index.path()).backups(backups);
    List<String> notes;
    if (into) {
      Followed followed = archive.follow(generation, keys);
      if (!followed.first()) {
        terminal
            .out()
            .println(
                "%s is brought forward to %s: %s new"
                    .formatted(index.path(), generation.id(), Amount.of(followed.files(), "file")));
        return ExitCode.DONE.number();
      }
      notes = followed.notes();
    } else {
      notes = archive.restore(generation, keys);
    }
    terminal
        .out()
        .println(
            "%s is restored from %s: %s"
                .formatted(index.path(), generation.id(), CheckCommand.size(generation, backups)));
    notes.forEach(terminal.err()::println);
    return ExitCode.DONE.number();
  }
}
