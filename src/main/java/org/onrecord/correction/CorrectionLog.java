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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.correction.CorrectionHistory.BrokenLine;

/**
 * The file {@code corrections.jsonl} beside an index, to which every decision is added and from
 * which none is taken away. What other processes add is seen. Safe for use by several threads, and
 * by several processes with one log of a folder each.
 */
public final class CorrectionLog {
  /** The file's name. */
  public static final String FILE = "corrections.jsonl";

  private final Path file;
  private @Nullable State read;
  private CorrectionHistory history = CorrectionHistory.EMPTY;
  private Map<ArticleId, List<Correction>> byArticle = Map.of();

  /** What tells whether the file has changed. */
  private record State(long size, FileTime modified) {}

  /**
   * The log of an index.
   *
   * @param index the index's folder; the file in it is made by the first correction
   */
  public CorrectionLog(Path index) {
    this.file = index.resolve(FILE);
  }

  public Path file() {
    return file;
  }

  /**
   * Adds a decision, and returns when it is safe from power loss.
   *
   * @throws IOException if the file cannot be written, or its folder is missing
   */
  public synchronized void append(Correction correction) throws IOException {
    String line = CorrectionLine.write(correction) + "\n";
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      long end = channel.size();
      boolean created = end == 0;
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

  /**
   * Everything that was decided about an article's quotations, the earliest first.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public synchronized List<Correction> of(ArticleId article) throws IOException {
    refresh();
    return byArticle.getOrDefault(article, List.of());
  }

  /**
   * Everything that was decided.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public synchronized CorrectionHistory history() throws IOException {
    refresh();
    return history;
  }

  private void refresh() throws IOException {
    State current = state();
    if (!current.equals(read)) {
      history = current.size() == 0 ? CorrectionHistory.EMPTY : parse(Files.readAllBytes(file));
      byArticle = history.byArticle();
      read = current;
    }
  }

  private State state() throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(attributes.size(), attributes.lastModifiedTime());
    } catch (NoSuchFileException _) {
      return new State(0, FileTime.fromMillis(0));
    }
  }

  private static CorrectionHistory parse(byte[] bytes) {
    List<Correction> corrections = new ArrayList<>();
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
          corrections.add(CorrectionLine.read(line));
        }
      } catch (CharacterCodingException _) {
        broken.add(new BrokenLine(number, "it is not UTF-8"));
      } catch (IllegalArgumentException e) {
        broken.add(new BrokenLine(number, String.valueOf(e.getMessage())));
      }
      start = end + 1;
    }
    return new CorrectionHistory(corrections, broken);
  }

  private static String text(byte[] bytes, int start, int end) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes, start, end - start))
        .toString();
  }
}
