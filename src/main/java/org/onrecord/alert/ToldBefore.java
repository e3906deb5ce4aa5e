package org.onrecord.alert;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.article.Sha256;

/**
 * What owners of saved searches were told of already, as the first 64 bits of digests, 16
 * hexadecimal digits a line. Of the last {@value #MOST} it is remembered. One process writes it,
 * that which sends. Safe for use by several threads.
 */
public final class ToldBefore implements Closeable {
  /** How many are remembered at the most. */
  private static final int MOST = 500_000;

  private static final int DIGITS = 16;
  private static final String PARTS = "\u001F";

  private final KeptLines lines;
  private final Set<Long> told = new LinkedHashSet<>();
  private final List<String> unwritten = new ArrayList<>();
  private boolean written;

  private ToldBefore(KeptLines lines) throws IOException {
    this.lines = lines;
    lines.read().forEach(this::replay);
  }

  /**
   * Opens it, to look at.
   *
   * @param lines closed with it
   */
  public static ToldBefore open(KeptLines lines) throws IOException {
    return new ToldBefore(lines);
  }

  /** Begins anew with what is kept, which another process may have written, to write on. */
  synchronized void reload() throws IOException {
    List<String> all = lines.take();
    told.clear();
    unwritten.clear();
    written = false;
    all.forEach(this::replay);
  }

  private void replay(String line) {
    if (line.matches("[0-9a-f]{16}")) {
      told.add(Long.parseUnsignedLong(line, 16));
    }
  }

  /** Remembers something; says whether it was new. */
  synchronized boolean add(String... what) {
    long digest = digest(what);
    if (!told.add(digest)) {
      return false;
    }
    unwritten.add(line(digest));
    return true;
  }

  synchronized boolean has(String... what) {
    return told.contains(digest(what));
  }

  private static long digest(String... what) {
    return Long.parseUnsignedLong(Sha256.hex(String.join(PARTS, what), DIGITS), 16);
  }

  private static String line(long digest) {
    return String.format(Locale.ROOT, "%016x", digest);
  }

  /** Writes what was added, and returns when it is safe from power loss. */
  synchronized void flush() throws IOException {
    if (told.size() > MOST) {
      Iterator<Long> oldest = told.iterator();
      for (int left = MOST / 2; left > 0; left--) {
        oldest.next();
        oldest.remove();
      }
      written = false;
    }
    if (unwritten.isEmpty()) {
      return;
    }
    if (written) {
      lines.add(unwritten);
    } else {
      lines.replace(told.stream().map(ToldBefore::line).toList());
    }
    unwritten.clear();
    written = !lines.areMany();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
