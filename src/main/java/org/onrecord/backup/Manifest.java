package org.onrecord.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link Generation} as a file of JSON Lines: {@code {"backup":1,"made":…}}, a line {@code
 * {"name","length","sha256"}} a file, and at last {@code {"sha256":…}} of all lines before, so that
 * nothing in it can change or be cut off unnoticed.
 */
final class Manifest {
  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private Manifest() {}

  static byte[] write(Generation generation) {
    StringBuilder text = new StringBuilder();
    text.append(
        JSON.createObjectNode().put("backup", VERSION).put("made", generation.made().toString()));
    for (BackupFile file : generation.files()) {
      text.append('\n')
          .append(
              JSON.createObjectNode()
                  .put("name", file.name())
                  .put("length", file.length())
                  .put("sha256", file.sha256()));
    }
    text.append('\n');
    String end = JSON.createObjectNode().put("sha256", digest(text.toString())).toString();
    return (text + end + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    return DigestStream.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the manifest in a file, {@code ID.jsonl}.
   *
   * @throws DamagedFileException if it is not as it was written
   */
  static Generation read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      int last = text.lastIndexOf('\n', text.length() - 2) + 1;
      String told = JSON.readTree(text.substring(last)).path("sha256").asString();
      if (!text.endsWith("\n") || !told.equals(digest(text.substring(0, last)))) {
        throw new DamagedFileException(damaged(file), null);
      }
      List<String> lines = text.substring(0, last).lines().toList();
      JsonNode head = JSON.readTree(lines.getFirst());
      if (head.path("backup").asInt() != VERSION) {
        throw new IOException(file + " is a backup by another version of OnRecord; use that");
      }
      List<BackupFile> files = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        JsonNode one = JSON.readTree(line);
        files.add(
            new BackupFile(
                one.path("name").asString(),
                one.path("length").asLong(),
                one.path("sha256").asString()));
      }
      return new Generation(
          name.substring(0, name.length() - BackupFolder.MANIFEST.length()),
          Instant.parse(head.path("made").asString()),
          files);
    } catch (RuntimeException e) {
      throw new DamagedFileException(damaged(file), e);
    }
  }

  private static String damaged(Path file) {
    return file + " is damaged: that backup cannot be restored. Restore an older one";
  }
}
