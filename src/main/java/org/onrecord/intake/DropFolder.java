package org.onrecord.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folder into which others drop files, with those below it. A file is whole when it has not been
 * written for a while, and between two looks has neither grown nor been written. Each is taken
 * once, and again only when it was written anew; none is moved, changed or deleted. Hidden files
 * and those whose names say that they are not finished are left out. Not safe for use by several
 * threads.
 */
public final class DropFolder {
  /** How the names of files end that are still on their way. */
  private static final Set<String> UNFINISHED =
      Set.of(".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload", ".swp", "~");

  private static final int DEEPEST = 20;

  private final Path folder;
  private final Duration quiet;
  private final TakenFiles taken;
  private Map<Path, FileMark> before = new HashMap<>();

  /**
   * A folder.
   *
   * @param quiet for how long a whole file has not been written
   * @param log where it is kept which files were taken
   * @throws IOException if the log cannot be read
   */
  public DropFolder(Path folder, Duration quiet, Path log) throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    this.quiet = quiet;
    this.taken = new TakenFiles(log);
  }

  /** A batch of files that are whole and were not taken yet. */
  public final class Batch {
    private final Map<Path, FileMark> files;

    private Batch(Map<Path, FileMark> files) {
      this.files = files;
    }

    public boolean isEmpty() {
      return files.isEmpty();
    }

    /** Whether a file is one of them. */
    public boolean has(Path file) {
      return files.containsKey(file.toAbsolutePath().normalize());
    }

    /** Keeps that they were taken. */
    public void done() throws IOException {
      taken.add(files);
    }
  }

  /**
   * Looks into the folder.
   *
   * @param twice whether a file must have been there in the look before
   * @throws IOException if the folder cannot be read
   */
  public Batch look(Instant now, boolean twice) throws IOException {
    Map<Path, FileMark> found = files();
    Map<Path, FileMark> whole = new TreeMap<>();
    found.forEach(
        (file, mark) -> {
          boolean still = !twice || mark.equals(before.get(file));
          if (still && !mark.time().isAfter(now.minus(quiet)) && !taken.has(file, mark)) {
            whole.put(file, mark);
          }
        });
    before = found;
    return new Batch(whole);
  }

  private Map<Path, FileMark> files() throws IOException {
    Map<Path, FileMark> found = new HashMap<>();
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return isLeftOut(path) && !path.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isLeftOut(path)) {
              found.put(
                  path, new FileMark(attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException fault) throws IOException {
            if (path.equals(folder)) {
              throw fault;
            }
            // Gone between two steps of the walk, or not to be read: the next look tells.
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isLeftOut(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith);
  }
}
