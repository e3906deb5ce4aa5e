package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.onrecord.http.IndexState;

/**
 * The folder of an index of Lucene's, whose commits are files {@code segments_N}.
 *
 * @param free how many bytes of its disk are kept free
 * @param filled whether it is known to be the archive that is meant: it has, or had, an article, or
 *     is to begin empty
 */
record IndexOnDisk(
    Path folder, long free, AtomicBoolean filled, Advice advice, BooleanSupplier damaged)
    implements IndexState {
  private static final String COMMITS = "segments_";

  /** Why the articles should be read anew, if they should. */
  @FunctionalInterface
  interface Advice {
    Optional<String> of() throws IOException;
  }

  @Override
  public Optional<String> reindex() throws IOException {
    return advice.of();
  }

  @Override
  public long bytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try {
          bytes += Files.size(file);
        } catch (NoSuchFileException _) {
          // Merged into another in the meantime.
        }
      }
    }
    return bytes;
  }

  @Override
  public long freeBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  @Override
  public Optional<Instant> lastCommit() throws IOException {
    Optional<Instant> last = Optional.empty();
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> name(f).startsWith(COMMITS)).toList()) {
        try {
          Instant at = Files.getLastModifiedTime(file).toInstant();
          last = last.filter(at::isBefore).or(() -> Optional.of(at));
        } catch (NoSuchFileException _) {
          // A later commit has taken its place.
        }
      }
    }
    return last;
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public boolean isDamaged() {
    return damaged.getAsBoolean();
  }

  @Override
  public Optional<String> missing(long articles) throws IOException {
    if (lastCommit().isEmpty()) {
      return Optional.of("The index's folder is empty: its disk may not be mounted.");
    }
    if (articles > 0) {
      filled.set(true);
    }
    return filled.get()
        ? Optional.empty()
        : Optional.of(
            "The index has no article: its disk may not be mounted. It is ready when it has one.");
  }

  @Override
  public boolean isWritable() throws IOException {
    return Files.isWritable(folder) && freeBytes() >= free;
  }
}
