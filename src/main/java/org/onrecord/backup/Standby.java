package org.onrecord.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.article.OwnerOnly;

/**
 * An index that is brought forward, again and again, to what backups of another hold, while it is
 * served: what is new is put beside what is there, then the file that says what is committed, and
 * what is left over goes last. Searches see the old or the new, never a mixture. In the folder
 * {@code .standby} stands what lies in it; once something else has written to it, it is no standby
 * any more and is left alone.
 */
public final class Standby {
  private static final String FOLDER = ".standby";

  /** Files of this beginning are written once, and never changed. */
  private static final String IMMUTABLE = "_";

  /** That which says what is committed. */
  private static final String COMMIT = "segments_";

  private final BackupFolder backups;
  private final Restore restore;

  /** One that follows these backups, and begins with what {@code restore} makes. */
  public Standby(BackupFolder backups, Restore restore) {
    this.backups = backups;
    this.restore = restore;
  }

  /** Whether a folder is a standby. */
  public static boolean isOne(Path index) {
    return Files.isDirectory(index.resolve(FOLDER));
  }

  /**
   * Brings it forward.
   *
   * @param leftOut names of files that stay in the backup
   * @param index the folder: missing, empty, or brought forward before
   * @return how many files were new
   * @throws IOException if the folder is something else, or somebody else has written to it
   * @throws DamagedFileException if the backup is damaged
   */
  public int follow(Generation generation, Set<String> leftOut, Path index) throws IOException {
    List<BackupFile> files =
        generation.files().stream().filter(f -> !leftOut.contains(f.name())).toList();
    Path marks = index.resolve(FOLDER);
    if (!isOne(index)) {
      restore.run(generation, leftOut, index);
      OwnerOnly.makeFolder(marks);
      mark(generation, marks);
      return files.size();
    }
    List<BackupFile> known = known(marks);
    refuseOthers(index, known, files);
    List<BackupFile> missing = new ArrayList<>();
    for (BackupFile file : files) {
      if (!known.contains(file) || !Files.exists(index.resolve(file.name()))) {
        missing.add(file);
      }
    }
    missing.sort(Comparator.comparingInt(Standby::turn));
    DiskSpace.require(
        index, missing.stream().mapToLong(BackupFile::length).sum(), "bringing it forward");
    mark(generation, marks);
    for (BackupFile file : missing) {
      put(file, index);
    }
    removeOld(index, known, files);
    forgetOthers(generation, marks);
    return missing.size();
  }

  private static int turn(BackupFile file) {
    return file.name().startsWith(IMMUTABLE) ? 0 : file.name().startsWith(COMMIT) ? 2 : 1;
  }

  private static List<BackupFile> known(Path marks) throws IOException {
    List<BackupFile> known = new ArrayList<>();
    try (Stream<Path> all = Files.list(marks)) {
      for (Path mark : all.sorted().toList()) {
        known.addAll(Manifest.read(mark).files());
      }
    }
    return known;
  }

  /** Refuses a folder that others have written to, and a backup of another index. */
  private static void refuseOthers(Path index, List<BackupFile> known, List<BackupFile> files)
      throws IOException {
    Set<String> names = new HashSet<>(known.stream().map(BackupFile::name).toList());
    try (Stream<Path> all = Files.list(index)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(COMMIT) && !names.contains(name)) {
          throw new IOException(
              index
                  + " is no standby any more: something has written to it ("
                  + name
                  + "). Restore into a new folder");
        }
      }
    }
    Map<String, BackupFile> there = new HashMap<>();
    known.forEach(file -> there.put(file.name(), file));
    for (BackupFile file : files) {
      BackupFile other = there.get(file.name());
      if (turn(file) != 1 && other != null && !other.equals(file)) {
        throw new IOException(
            "the backup is of another index than "
                + index
                + " was restored from: restore it into a new folder");
      }
    }
  }

  private static void mark(Generation generation, Path marks) throws IOException {
    Path unfinished = marks.resolveSibling(FOLDER + "-unfinished");
    Files.deleteIfExists(unfinished);
    try (FileChannel channel = create(unfinished);
        OutputStream out = Channels.newOutputStream(channel)) {
      out.write(Manifest.write(generation));
      channel.force(true);
    }
    Files.move(
        unfinished,
        marks.resolve(generation.id() + BackupFolder.MANIFEST),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    BackupFolder.force(marks);
  }

  private void put(BackupFile file, Path index) throws IOException {
    Path unfinished = index.resolve("." + file.name() + ".unfinished");
    Files.deleteIfExists(unfinished);
    try {
      DigestStream digest;
      try (InputStream in = backups.open(file);
          FileChannel channel = create(unfinished);
          OutputStream out = Channels.newOutputStream(channel)) {
        digest = new DigestStream(out);
        in.transferTo(digest);
        channel.force(true);
      }
      if (!digest.text().equals(file.sha256())) {
        throw new DamagedFileException(
            backups.damaged(file) + "is damaged; the standby stays as it was", null);
      }
      if (file.name().startsWith(COMMIT)) {
        BackupFolder.force(index);
      }
      Files.move(
          unfinished,
          index.resolve(file.name()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    BackupFolder.force(index);
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.of(file));
  }

  private static void removeOld(Path index, List<BackupFile> known, List<BackupFile> files)
      throws IOException {
    Set<String> kept = new HashSet<>(files.stream().map(BackupFile::name).toList());
    for (BackupFile old : known) {
      if (turn(old) != 1 && !kept.contains(old.name())) {
        Files.deleteIfExists(index.resolve(old.name()));
      }
    }
  }

  private static void forgetOthers(Generation generation, Path marks) throws IOException {
    try (Stream<Path> all = Files.list(marks)) {
      for (Path mark : all.toList()) {
        if (!mark.getFileName().toString().equals(generation.id() + BackupFolder.MANIFEST)) {
          Files.delete(mark);
        }
      }
    }
  }
}
