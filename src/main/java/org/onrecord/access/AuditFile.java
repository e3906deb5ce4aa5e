package org.onrecord.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
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

  /** Where lines are being added; null where none is. */
  private @Nullable Opened shared;

  /** The log of the index in this folder. */
  public AuditFile(Path index, InstantSource clock) {
    this.file = index.resolve(FILE);
    this.clock = clock;
  }

  @Override
  public void add(
      String who,
      String address,
      String method,
      String path,
      int status,
      String request,
      Optional<String> note)
      throws IOException {
    AuditLine line =
        AuditLine.of(clock.instant(), who, address, method, path, status, request, note);
    Opened opened = append(JSON.writeValueAsString(line) + "\n");
    try {
      opened.force();
    } finally {
      leave(opened);
    }
  }

  /** Adds a line to the file as it is there now; the caller makes it safe, and leaves it. */
  private synchronized Opened append(String line) throws IOException {
    if (shared == null || shared.isOver()) {
      shared = new Opened(FileChannel.open(file, OPTIONS, OwnerOnly.of(file)));
    }
    Opened opened = shared;
    opened.users++;
    try {
      long end = opened.channel.size();
      String begin = isTorn(opened.channel, end) ? "\n" : "";
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(begin + line);
      while (bytes.hasRemaining()) {
        end += opened.channel.write(bytes, end);
      }
      opened.written = opened.written + 1;
      return opened;
    } catch (IOException | RuntimeException e) {
      leave(opened);
      throw e;
    }
  }

  private synchronized void leave(Opened opened) throws IOException {
    if (--opened.users == 0) {
      if (shared == opened) {
        shared = null;
      }
      opened.channel.close();
    }
  }

  /**
   * The file while lines are added, by several at once: whoever makes it safe does so for all who
   * wrote before. Opened anew before long, so that a file that was put aside is left.
   */
  private static final class Opened {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final FileChannel channel;
    private final long since = System.nanoTime();

    /** Who uses it; guarded by the log. */
    private int users;

    /** How many lines were written; by the log alone. */
    private volatile long written;

    /** How many of them are safe; guarded by this. */
    private long safe;

    Opened(FileChannel channel) {
      this.channel = channel;
    }

    boolean isOver() {
      return System.nanoTime() - since > LONGEST.toNanos();
    }

    /** Returns when what its caller wrote is safe. */
    void force() throws IOException {
      long mine = written;
      synchronized (this) {
        if (safe < mine) {
          long all = written;
          channel.force(true);
          safe = all;
        }
      }
    }
  }

  /** Whether a crash has cut off the end of the last line. */
  private static boolean isTorn(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
  }
}
