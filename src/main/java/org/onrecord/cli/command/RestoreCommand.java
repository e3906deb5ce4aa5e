package org.onrecord.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.KeyFile;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.Generation;
import org.onrecord.backup.Restore;
import org.onrecord.backup.Standby;
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
    Restore restore = new Restore(backups, folder -> ports.archives().at(folder).verifier());
    Set<String> leftOut = keys ? Set.of() : Set.of(KeyFile.FILE);
    if (into) {
      boolean first = !Standby.isOne(index.path());
      int files = new Standby(backups, restore).follow(generation, leftOut, index.path());
      if (!first) {
        terminal
            .out()
            .println(
                "%s is brought forward to %s: %s new"
                    .formatted(index.path(), generation.id(), Amount.of(files, "file")));
        return ExitCode.DONE.number();
      }
    } else {
      restore.run(generation, leftOut, index.path());
    }
    terminal
        .out()
        .println(
            "%s is restored from %s: %s"
                .formatted(index.path(), generation.id(), CheckCommand.size(generation)));
    if (!keys && generation.files().stream().anyMatch(f -> f.name().equals(KeyFile.FILE))) {
      terminal
          .err()
          .println(
              "Its API keys were left out; onrecord keys makes new ones, --keys restores them.");
    }
    return ExitCode.DONE.number();
  }
}
