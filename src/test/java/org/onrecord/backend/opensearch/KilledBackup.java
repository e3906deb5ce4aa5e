package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.onrecord.backup.BackupFolder;

/** A program that makes a backup, until it is killed. Arguments: the archive's folder, backups. */
final class KilledBackup {
  private KilledBackup() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    BackupFolder backups = new BackupFolder(Path.of(arguments[1]), InstantSource.system());
    ClusterFile file = ClusterFile.in(folder).orElseThrow();
    file.backups(backups, folder, KilledWriter.TERMS).add();
  }
}
