package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onrecord.access.KeyFile;
import org.onrecord.backup.ArchiveBackups;
import org.onrecord.backup.BackupFile;
import org.onrecord.backup.BackupFolder;
import org.onrecord.backup.BackupReport;
import org.onrecord.backup.DamagedFileException;
import org.onrecord.backup.Generation;
import org.onrecord.backup.Snapshot;
import org.onrecord.backup.SnapshotPointer;
import org.onrecord.backup.StoredCopy;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/**
 * Backups of an archive on a cluster: each is a snapshot in a repository of the cluster, and in the
 * folder of backups the file that names it, beside what lies in the archive's folder.
 */
public final class ClusterBackups implements ArchiveBackups {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ClusterFile file;
  private final BackupFolder backups;
  private final Path folder;
  private final OpenSearchArchive.Terms terms;
  private final SnapshotNames names;

  ClusterBackups(
      ClusterFile file, BackupFolder backups, Path folder, OpenSearchArchive.Terms terms) {
    this.file = file;
    this.backups = backups;
    this.folder = folder;
    this.terms = terms;
    this.names = new SnapshotNames(backups.path());
  }

  private SnapshotRepository repository(Epochs epochs) throws IOException {
    if (file.repository() == null) {
      throw new IOException(
          ("%s names no repository of snapshots: have the cluster's administrators register one"
                  + " (PUT /_snapshot/NAME), and add repository = NAME")
              .formatted(folder.resolve(ClusterFile.NAME)));
    }
    SnapshotRepository repository = new SnapshotRepository(epochs.cluster(), file.repository());
    repository.require();
    return repository;
  }

  @Override
  public BackupReport add() throws IOException {
    try (Epochs epochs = file.epochs()) {
      epochs.control().olderToo().read();
      SnapshotRepository repository = repository(epochs);
      return backups.add(() -> snapshot(epochs, repository), folder);
    }
  }

  private Snapshot snapshot(Epochs epochs, SnapshotRepository repository) throws IOException {
    sweepOrWait(epochs);
    repository.verify();
    String name =
        "%s-%s-%s"
            .formatted(
                file.prefix(),
                TIME.format(terms.clock().instant()),
                UUID.randomUUID().toString().substring(0, 8));
    names.add(new SnapshotNames.Named(name, repository.name()));
    SnapshotPointer pointer = new SnapshotTaking(epochs, repository, terms).take(name);
    return new PointingSnapshot(pointer.written(), file.own());
  }

  /** Where a backup is damaged, nobody knows which snapshot it needs: then none is deleted. */
  private void sweepOrWait(Epochs epochs) throws IOException {
    try {
      List<Generation> all = new ArrayList<>();
      for (String id : backups.ids()) {
        all.add(backups.generation(Optional.of(id)));
      }
      sweep(epochs, all);
    } catch (DamagedFileException toldByCheck) {
      return;
    }
  }

  /**
   * Deletes the snapshots that none of the backups needs: those of others, and of who was killed.
   */
  private void sweep(Epochs epochs, List<Generation> kept) throws IOException {
    Set<String> needed = new HashSet<>();
    for (Generation one : kept) {
      backups.pointer(one).ifPresent(pointer -> needed.add(pointer.snapshot()));
    }
    for (SnapshotNames.Named one : names.but(needed)) {
      new SnapshotRepository(epochs.cluster(), one.repository()).delete(one.snapshot());
      names.remove(one);
    }
  }

  @Override
  public List<String> prune(int keep) throws IOException {
    try (Epochs epochs = file.epochs()) {
      return backups.prune(keep, kept -> sweep(epochs, kept));
    }
  }

  @Override
  public List<String> verify(Generation generation) throws IOException {
    List<String> problems = new ArrayList<>(backups.verify(generation));
    if (problems.isEmpty()) {
      Optional<SnapshotPointer> pointer = backups.pointer(generation);
      if (pointer.isPresent()) {
        try (Epochs epochs = file.epochs()) {
          fault(pointer.get(), repository(epochs)).ifPresent(problems::add);
        }
      }
    }
    return problems;
  }

  private SnapshotPointer pointer(Generation generation) throws IOException {
    return backups
        .pointer(generation)
        .orElseThrow(
            () ->
                new IOException(
                    ("the backup %s holds an index, and %s names a cluster: restore it into a new"
                            + " folder, --index DIR, from where onrecord migrate takes it to a"
                            + " cluster")
                        .formatted(generation.id(), folder)));
  }

  private static Optional<String> fault(SnapshotPointer pointer, SnapshotRepository repository)
      throws IOException {
    Optional<SnapshotRepository.Found> found = repository.find(pointer.snapshot());
    String named = "the snapshot %s in the repository %s ";
    String fault = null;
    if (found.isEmpty()) {
      fault = named + "is not there any more: that backup cannot be restored";
    } else if (!found.get().uuid().equals(pointer.uuid())) {
      fault = named + "is another of the same name: that backup cannot be restored";
    } else if (!found.get().isWhole()) {
      fault = named + "is not whole: that backup cannot be restored";
    }
    return Optional.ofNullable(fault)
        .map(text -> text.formatted(pointer.snapshot(), repository.name()));
  }

  @Override
  public List<String> restore(Generation generation, boolean keys) throws IOException {
    SnapshotPointer pointer = pointer(generation);
    List<BackupFile> beside = beside(generation, keys);
    List<String> problems = verify(generation);
    if (!problems.isEmpty()) {
      throw new DamagedFileException(
          "nothing was restored: " + problems.getFirst() + ". An older backup may be whole", null);
    }
    try (Epochs target = file.epochs()) {
      SnapshotRestoring restoring = new SnapshotRestoring(target, repository(target), terms);
      restoring.refuseArchive();
      put(beside);
      try {
        return restoring.run(pointer, keys);
      } catch (IOException | RuntimeException e) {
        takeBack(beside);
        throw e;
      }
    }
  }

  private void put(List<BackupFile> beside) throws IOException {
    for (BackupFile one : beside) {
      new StoredCopy(backups).to(one, folder.resolve(one.name()));
    }
  }

  private void takeBack(List<BackupFile> beside) throws IOException {
    for (BackupFile one : beside) {
      Files.deleteIfExists(folder.resolve(one.name()));
    }
  }

  /** What lies beside and is not there yet. */
  private List<BackupFile> beside(Generation generation, boolean keys) throws IOException {
    List<BackupFile> beside = new ArrayList<>();
    StoredCopy copy = new StoredCopy(backups);
    for (BackupFile one : generation.files()) {
      Path there = folder.resolve(one.name());
      boolean leftOut =
          one.name().equals(SnapshotPointer.FILE)
              || file.own().contains(one.name())
              || !keys && one.name().startsWith(KeyFile.FILE);
      if (leftOut || copy.isAt(one, there)) {
        continue;
      }
      if (Files.exists(there)) {
        throw new IOException(
            there
                + " is there, and restore writes over nothing: move it away, or name another"
                + " folder");
      }
      beside.add(one);
    }
    return beside;
  }

  @Override
  public Followed follow(Generation generation, boolean keys) throws IOException {
    throw new ArchiveUnavailableException(
        Reason.NOT_ON_A_CLUSTER,
        "not on a cluster: onrecord restore --into; replicas and more services stand by there, and"
            + " onrecord migrate brings another archive forward",
        null);
  }
}
