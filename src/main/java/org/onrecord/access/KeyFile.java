package org.onrecord.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;

/**
 * The file {@code keys.jsonl} beside an index, a key a line, which its owner alone can read. Safe
 * for use by several threads and processes: who changes it holds the lock of {@code
 * keys.jsonl.lock} meanwhile.
 */
public final class KeyFile extends StoredKeys {
  /** The file's name. */
  public static final String FILE = "keys.jsonl";

  private final Path file;
  private @Nullable State read;
  private List<String> lines = List.of();

  /** What tells whether the file has changed. */
  private record State(long size, FileTime modified, @Nullable Object file) {}

  /**
   * The keys of an index.
   *
   * @param index the index's folder; the file in it is made by the first key
   */
  public KeyFile(Path index, InstantSource clock) {
    super(clock);
    this.file = index.resolve(FILE);
  }

  @Override
  protected String place() {
    return file.toString();
  }

  @Override
  protected synchronized List<String> lines() throws IOException {
    State now = state();
    if (now == null) {
      lines = List.of();
    } else if (!now.equals(read)) {
      lines = readLines();
    }
    read = now;
    return lines;
  }

  private List<String> readLines() throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8: restore the file", e);
    }
  }

  /** A lock of this program's own is waited for, too. */
  @Override
  protected void replace(UnaryOperator<List<String>> change) throws IOException {
    synchronized (KeyFile.class) {
      try (FileChannel channel =
              FileChannel.open(
                  file.resolveSibling(FILE + ".lock"),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  OwnerOnly.of(file));
          FileLock _ = channel.lock()) {
        List<String> before = locked();
        List<String> after = change.apply(before);
        if (after != before) {
          write(after);
        }
      }
    }
  }

  /** As the file is now, whatever its state says. */
  private synchronized List<String> locked() throws IOException {
    read = null;
    return lines();
  }

  private @Nullable State state() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(now.size(), now.lastModifiedTime(), now.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private void write(List<String> all) throws IOException {
    StringBuilder text = new StringBuilder();
    all.forEach(line -> text.append(line).append('\n'));
    Path next = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(next);
    try (FileChannel channel =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.of(file))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
