package org.onrecord.alert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;

/** Lines in a file, of whoever has the lock beside it. Safe for use by several threads. */
final class LineFile implements KeptLines {
  private static final long LONG = 64L << 20;

  private final Path file;
  private @Nullable FileChannel channel;

  /** That of a file, which the first line makes. */
  LineFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized List<String> read() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Override
  public synchronized String version() throws IOException {
    return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "";
  }

  @Override
  public synchronized List<String> take() throws IOException {
    close();
    return read();
  }

  @Override
  public synchronized void add(List<String> lines) throws IOException {
    if (channel == null) {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              OwnerOnly.of(file));
    }
    write(channel, lines);
    channel.force(false);
  }

  private static void write(FileChannel to, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  @Override
  public synchronized void replace(List<String> lines) throws IOException {
    close();
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    FileChannel made =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.of(next));
    try {
      write(made, lines);
      made.force(true);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      channel = made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  @Override
  public synchronized boolean areMany() throws IOException {
    return channel != null && channel.size() > LONG;
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
