package org.onrecord.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code audit.jsonl} beside an index: a line for each request that was to change
 * something, with when, who and what came of it. Lines are only ever added; a line that a crash has
 * torn is left as it is, and the next begins a line of its own. Safe for use by several threads.
 */
public final class AuditFile implements AuditLog {
  /** The file's name. */
  public static final String FILE = "audit.jsonl";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path file;
  private final InstantSource clock;

  /** The log of the index in this folder. */
  public AuditFile(Path index, InstantSource clock) {
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

  @Override
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
    try (FileChannel channel = FileChannel.open(file, OPTIONS, OwnerOnly.of(file))) {
      long end = channel.size();
      String begin = isTorn(channel, end) ? "\n" : "";
      ByteBuffer bytes =
          StandardCharsets.UTF_8.encode(begin + JSON.writeValueAsString(line) + "\n");
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
      channel.force(true);
    }
  }

  /** Whether a crash has cut off the end of the last line. */
  private static boolean isTorn(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
  }
}
