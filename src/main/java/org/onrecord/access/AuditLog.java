package org.onrecord.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code audit.jsonl} beside an index: a line for each request that was to change
 * something, with when, who and what came of it. Lines are only ever added. Safe for use by several
 * threads.
 */
public final class AuditLog {
  /** The file's name. */
  public static final String FILE = "audit.jsonl";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final InstantSource clock;

  /** The log of the index in this folder. */
  public AuditLog(Path index, InstantSource clock) {
    this.file = index.resolve(FILE);
    this.clock = clock;
  }

  /**
   * A request that was to change something.
   *
   * @param at when it was answered, {@code 2024-11-07T10:00:00Z}
   * @param who the name of the key; {@code anonymous} without one
   * @param path what it was about, as in the address
   * @param status the HTTP status of the answer
   * @param request its id, as in the answer and in the service's log
   * @param note what it did beside the ordinary: {@code held bridge}
   */
  record Line(
      String at,
      String who,
      String address,
      String method,
      String path,
      int status,
      String request,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {}

  /** Adds a line, and returns when it is safe from power loss. */
  public synchronized void add(
      String who,
      String address,
      String method,
      String path,
      int status,
      String request,
      Optional<String> note)
      throws IOException {
    String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    Line line = new Line(at, who, address, method, path, status, request, note.orElse(null));
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
    try (FileChannel channel =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), permissions())) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private FileAttribute<?>[] permissions() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
