package org.onrecord.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onrecord.article.OwnerOnly;

/**
 * Puts a backup in the place of an index that is not there: copies it into a folder beside, checks
 * every file and the whole, and renames that folder. Until then nothing is there, whatever happens.
 */
public final class Restore {
  private static final Set<String> HARMLESS = Set.of(".gitkeep", ".gitignore", ".DS_Store");

  private final BackupFolder backups;
  private final StoredCopy copying;
  private final Function<Path, IndexVerifier> verifiers;

  /**
   * A way to restore.
   *
   * @param verifiers makes what checks the copy, by its folder
   */
  public Restore(BackupFolder backups, Function<Path, IndexVerifier> verifiers) {
    this.backups = backups;
    this.copying = new StoredCopy(backups);
    this.verifiers = verifiers;
  }

  /**
   * Restores a backup.
   *
   * @param leftOut names of files that stay in the backup
   * @param index the folder, which is missing or empty
   * @throws IOException if there is something in the folder, or it cannot be written
   * @throws DamagedFileException if the backup is damaged
   */
  public void run(Generation generation, Set<String> leftOut, Path index) throws IOException {
    Path target = index.toAbsolutePath().normalize();
    refuseOccupied(index, target);
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException(index + " cannot be an index's folder: name another one");
    }
    List<String> damaged = backups.verify(generation);
    if (!damaged.isEmpty()) {
      throw new DamagedFileException(
          "nothing was restored: " + damaged.getFirst() + ". An older backup may be whole", null);
    }
    Files.createDirectories(parent);
    DiskSpace.require(parent, generation.bytes(), "the index");
    Path copy =
        parent.resolve("." + target.getFileName() + ".restoring-" + ProcessHandle.current().pid());
    OwnerOnly.makeFolder(copy);
    try {
      for (BackupFile file : generation.files()) {
        if (!leftOut.contains(file.name())) {
          copying.to(file, copy.resolve(file.name()));
        }
      }
      List<String> faults = verifiers.apply(copy).damage();
      if (!faults.isEmpty()) {
        throw new DamagedFileException(
            "nothing was restored: the backup holds a damaged index, " + faults.getFirst(), null);
      }
      putInPlace(index, target, copy);
    } finally {
      delete(copy);
    }
  }

  private static void refuseOccupied(Path index, Path target) throws IOException {
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new IOException(index + " is a file; an index needs a folder: name another one");
    }
    if (!others(target).isEmpty()) {
      throw new IOException(
          index
              + " is not empty, and restore writes over nothing. Stop what uses it and move it"
              + " aside (mv "
              + index
              + " "
              + index
              + ".old), or restore into another folder: --index DIR");
    }
  }

  /** What lies in the folder and counts. */
  private static List<Path> others(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(target)) {
      return all.filter(file -> !HARMLESS.contains(file.getFileName().toString())).toList();
    }
  }

  private static void putInPlace(Path index, Path target, Path copy) throws IOException {
    if (Files.isDirectory(target)) {
      refuseOccupied(index, target);
      List<Path> harmless = new ArrayList<>();
      try (Stream<Path> all = Files.list(target)) {
        harmless.addAll(all.toList());
      }
      for (Path file : harmless) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(file);
      }
    }
    BackupFolder.force(copy);
    try {
      Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      throw new IOException(
          index
              + " cannot be put in place in one step ("
              + e.getMessage()
              + "): restore into a new folder beside or in it, --index DIR",
          e);
    }
    BackupFolder.force(target.getParent());
  }

  private static void delete(Path copy) throws IOException {
    if (Files.isDirectory(copy)) {
      try (Stream<Path> all = Files.list(copy)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(copy);
    }
  }
}
