package org.onrecord.intake;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files were taken in, kept in a file of lines {@code path TAB size TAB milliseconds}; the
 * last line of a path counts. A line that is cut off, as by a crash, is none. Not safe for use by
 * several threads.
 */
final class TakenFiles {
  private final Path log;
  private final Map<Path, FileMark> taken = new HashMap<>();

  /**
   * Those of a log.
   *
   * @param log is made with the first file that is taken
   * @throws IOException if it is there and cannot be read
   */
  TakenFiles(Path log) throws IOException {
    this.log = log;
    if (Files.exists(log)) {
      for (String line : Files.readAllLines(log)) {
        read(line);
      }
    }
  }

  private void read(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length == 4 && parts[1].matches("\\d{1,18}") && parts[2].matches("-?\\d{1,18}")) {
      taken.put(
          Path.of(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)),
          new FileMark(Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
  }

  boolean has(Path file, FileMark mark) {
    return mark.equals(taken.get(file));
  }

  /** Keeps that these were taken. */
  void add(Map<Path, FileMark> files) throws IOException {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (file, mark) ->
            lines
                .append(URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))
                .append('\t')
                .append(mark.size())
                .append('\t')
                .append(mark.changed())
                .append("\t.\n"));
    Files.createDirectories(log.toAbsolutePath().getParent());
    Files.write(
        log,
        List.of(lines.toString().split("\n")),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
    taken.putAll(files);
  }
}
