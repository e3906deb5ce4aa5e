package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.onrecord.http.IndexState;

/** The folder of an index of Lucene's, whose commits are files {@code segments_N}. */
record IndexOnDisk(Path folder, Advice advice, BooleanSupplier damaged) implements IndexState {
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
  public boolean isWritable() {
    return Files.isWritable(folder);
  }
}
