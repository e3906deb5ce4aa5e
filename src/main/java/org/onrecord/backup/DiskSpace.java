package org.onrecord.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much a disk still holds. */
public final class DiskSpace {
  private DiskSpace() {}

  /** How many bytes the disk of a folder can still take, whether or not the folder is there yet. */
  public static long left(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }

  /**
   * Makes sure that there is room before anything is written.
   *
   * @throws IOException if there is not; the message says how much is needed
   */
  static void require(Path folder, long bytes, String what) throws IOException {
    long left = left(folder);
    if (left < bytes) {
      throw new IOException(
          "%s needs %s, and %s has %s left: free some, or name another folder"
              .formatted(what, text(bytes), folder, text(left)));
    }
  }

  /** {@code 12.3 MB}, in units of ten. */
  public static String text(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : bytes < 1_000_000_000
            ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
            : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
