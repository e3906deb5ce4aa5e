package org.onrecord.correction;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;
import org.onrecord.correction.CorrectionHistory.BrokenLine;

/**
 * A log that is a file. Safe for use by several threads and processes.
 *
 * @param <T> what a line holds
 */
public final class DecisionFile<T> implements DecisionLog<T> {
  private final Path file;
  private final Function<String, T> reader;
  private @Nullable State read;
  private Lines<T> lines = new Lines<>(List.of(), List.of());

  /** What tells whether the file has changed. */
  private record State(long size, FileTime modified) {}

  /**
   * The file, which the first line makes.
   *
   * @param reader reads a line, and throws an IllegalArgumentException that says what is wrong
   */
  public DecisionFile(Path file, Function<String, T> reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public String place() {
    return file.toString();
  }

  /** A lock of this program's own is waited for, too. */
  @Override
  public <E extends Exception> void append(NextLines<T, E> next) throws IOException, E {
    synchronized (DecisionFile.class) {
      synchronized (this) {
        appendAlone(next);
      }
    }
  }

  private <E extends Exception> void appendAlone(NextLines<T, E> next) throws IOException, E {
    try (FileChannel channel =
            FileChannel.open(
                file,
                Set.of(
                    StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.of(file));
        FileLock lock = channel.lock()) {
      long end = channel.size();
      boolean created = end == 0;
      List<String> made = next.after(lines(channel));
      if (made.isEmpty()) {
        return;
      }
      String line = String.join("\n", made) + "\n";
      String torn = isTorn(channel, end) ? "\n" : "";
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(torn + line);
      for (long at = end; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
      channel.force(true);
      if (created) {
        forceFolder();
      }
    }
  }

  /** Whether a crash has cut off the end of the last line. */
  private static boolean isTorn(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
  }

  /** Makes the file's name safe from power loss, where a folder can be opened to that end. */
  private void forceFolder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public synchronized Lines<T> lines() throws IOException {
    State current = state();
    if (!current.equals(read)) {
      lines = parse(current.size() == 0 ? new byte[0] : Files.readAllBytes(file));
      read = current;
    }
    return lines;
  }

  /**
   * The same, read by a channel that holds the lock: where the system's locks belong to a process,
   * to open the file another time and close it would give the lock away.
   */
  private Lines<T> lines(FileChannel channel) throws IOException {
    State current = state();
    if (!current.equals(read)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
      while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
        // Reads on until all of it is there.
      }
      lines = parse(Arrays.copyOf(bytes.array(), bytes.position()));
      read = current;
    }
    return lines;
  }

  private State state() throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(attributes.size(), attributes.lastModifiedTime());
    } catch (NoSuchFileException _) {
      return new State(0, FileTime.fromMillis(0));
    }
  }

  private Lines<T> parse(byte[] bytes) {
    List<T> all = new ArrayList<>();
    List<BrokenLine> broken = new ArrayList<>();
    long number = 1;
    for (int start = 0; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      try {
        String line = text(bytes, start, end);
        if (!line.isBlank()) {
          all.add(reader.apply(line));
        }
      } catch (CharacterCodingException _) {
        broken.add(new BrokenLine(number, "it is not UTF-8"));
      } catch (IllegalArgumentException e) {
        broken.add(new BrokenLine(number, String.valueOf(e.getMessage())));
      }
      start = end + 1;
    }
    return new Lines<>(all, broken);
  }

  private static String text(byte[] bytes, int start, int end) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, start, end - start))
        .toString();
  }
}
