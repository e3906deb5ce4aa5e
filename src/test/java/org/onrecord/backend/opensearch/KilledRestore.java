package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.onrecord.backup.BackupFolder;

/** A program that restores the newest backup, until it is killed. Arguments: into, backups. */
final class KilledRestore {
  private KilledRestore() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    BackupFolder backups = new BackupFolder(Path.of(arguments[1]), InstantSource.system());
    ClusterFile file = ClusterFile.in(folder).orElseThrow();
    System.out.println("BEGUN");
    file.backups(backups, folder, KilledWriter.TERMS)
        .restore(backups.generation(Optional.empty()), false);
    System.out.println("RESTORED");
  }
}
