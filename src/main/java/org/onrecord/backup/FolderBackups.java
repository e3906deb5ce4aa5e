package org.onrecord.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.onrecord.access.KeyFile;

/** Backups of an archive whose index lies in a folder. */
public final class FolderBackups implements ArchiveBackups {
  private static final String NAME_A_CLUSTER =
      ": name a folder with a cluster.properties, --index DIR";

  private final BackupFolder backups;
  private final Path index;
  private final SnapshotSource source;
  private final Restore restore;

  /**
   * Those of an index.
   *
   * @param index its folder
   * @param verifiers makes what checks a copy of it, by its folder
   */
  public FolderBackups(
      BackupFolder backups,
      Path index,
      SnapshotSource source,
      Function<Path, IndexVerifier> verifiers) {
    this.backups = backups;
    this.index = index;
    this.source = source;
    this.restore = new Restore(backups, verifiers);
  }

  @Override
  public BackupReport add() throws IOException {
    return backups.add(source, index);
  }

  @Override
  public List<String> prune(int keep) throws IOException {
    return backups.prune(keep, _ -> {});
  }

  @Override
  public List<String> verify(Generation generation) throws IOException {
    List<String> problems = new ArrayList<>(backups.verify(generation));
    if (problems.isEmpty() && backups.pointer(generation).isPresent()) {
      problems.add(
          ("it is a snapshot of an archive on a cluster, and %s names no cluster that could be"
                  + " asked for it"
                  + NAME_A_CLUSTER)
              .formatted(index));
    }
    return problems;
  }

  @Override
  public List<String> restore(Generation generation, boolean keys) throws IOException {
    refuseSnapshot(generation);
    restore.run(generation, leftOut(keys), index);
    return notes(generation, keys);
  }

  private static List<String> notes(Generation generation, boolean keys) {
    boolean had = generation.files().stream().anyMatch(f -> f.name().equals(KeyFile.FILE));
    return keys || !had ? List.of() : List.of(KEYS_LEFT_OUT);
  }

  @Override
  public Followed follow(Generation generation, boolean keys) throws IOException {
    refuseSnapshot(generation);
    boolean first = !Standby.isOne(index);
    int files = new Standby(backups, restore).follow(generation, leftOut(keys), index);
    return new Followed(first, files, first ? notes(generation, keys) : List.of());
  }

  private static Set<String> leftOut(boolean keys) {
    return keys ? Set.of() : Set.of(KeyFile.FILE);
  }

  private void refuseSnapshot(Generation generation) throws IOException {
    if (backups.pointer(generation).isPresent()) {
      throw new IOException(
          ("the backup %s is a snapshot of an archive on a cluster, and %s names no cluster"
                  + NAME_A_CLUSTER)
              .formatted(generation.id(), index));
    }
  }
}
