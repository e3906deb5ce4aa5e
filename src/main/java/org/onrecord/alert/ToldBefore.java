package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;
import org.onrecord.article.Sha256;

/**
 * The file {@code alerted.txt} beside an index: what owners of saved searches were told of already,
 * as the first 64 bits of digests, 16 hexadecimal digits a line. Of the last {@value #MOST} it is
 * remembered. One process has it open. Safe for use by several threads.
 */
public final class ToldBefore implements Closeable {
  /** The file's name. */
  public static final String FILE = "alerted.txt";

  /** How many are remembered at the most. */
  private static final int MOST = 500_000;

  private static final int DIGITS = 16;
  private static final String PARTS = "\u001F";

  private final Path file;
  private final Set<Long> told = new LinkedHashSet<>();
  private final StringBuilder unwritten = new StringBuilder();
  private @Nullable FileChannel channel;

  private ToldBefore(Path file) throws IOException {
    this.file = file;
    reload();
  }

  /** Opens that of an index, which the first makes. */
  public static ToldBefore open(Path index) throws IOException {
    return new ToldBefore(index.resolve(FILE));
  }

  /** Begins anew with what the file holds, which another process may have written. */
  synchronized void reload() throws IOException {
    close();
    channel = null;
    told.clear();
    unwritten.setLength(0);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
        if (line.matches("[0-9a-f]{16}")) {
          told.add(Long.parseUnsignedLong(line, 16));
        }
      }
    }
  }

  /** Remembers something; says whether it was new. */
  synchronized boolean add(String... what) {
    long digest = digest(what);
    if (!told.add(digest)) {
      return false;
    }
    unwritten.append(String.format(Locale.ROOT, "%016x", digest)).append('\n');
    return true;
  }

  synchronized boolean has(String... what) {
    return told.contains(digest(what));
  }

  private static long digest(String... what) {
    return Long.parseUnsignedLong(Sha256.hex(String.join(PARTS, what), DIGITS), 16);
  }

  /** Writes what was added, and returns when it is safe from power loss. */
  synchronized void flush() throws IOException {
    if (told.size() > MOST) {
      Iterator<Long> oldest = told.iterator();
      for (int left = MOST / 2; left > 0; left--) {
        oldest.next();
        oldest.remove();
      }
      close();
      channel = rewritten();
    } else if (!unwritten.isEmpty()) {
      if (channel == null) {
        channel = rewritten();
      } else {
        write(channel, unwritten);
        channel.force(false);
      }
    }
    unwritten.setLength(0);
  }

  private static void write(FileChannel to, CharSequence lines) throws IOException {
    ByteBuffer bytes = StandardCharsets.US_ASCII.encode(lines.toString());
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private FileChannel rewritten() throws IOException {
    StringBuilder all = new StringBuilder();
    told.forEach(one -> all.append(String.format(Locale.ROOT, "%016x", one)).append('\n'));
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    FileChannel made =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.of(next));
    try {
      write(made, all);
      made.force(true);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return made;
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
