package org.onrecord.ingest;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The disk has no room for what was to be written, or less than is to be kept free. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What Linux, macOS and Windows say. */
  private static final Pattern FULL =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|not enough space on the disk",
          Pattern.CASE_INSENSITIVE);

  /** With so many bytes left of those that are kept free. */
  DiskFullException(long left, long floor) {
    super(
        String.format(
            Locale.ROOT,
            "the disk of the index is nearly full: %,d MiB are left, and %,d MiB are kept free"
                + " (--min-free-disk)",
            left >> 20,
            floor >> 20));
  }

  private DiskFullException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same of an import that has taken some articles in. */
  DiskFullException after(long articles) {
    return new DiskFullException(
        String.format(
            Locale.ROOT,
            "%s. %,d of the articles are in; free some room and take the same in again",
            getMessage(),
            articles),
        this);
  }

  /** Whether a fault comes from a full disk. */
  public static boolean isCauseOf(Throwable fault) {
    for (Throwable e = fault; e != null; e = e.getCause()) {
      if (e instanceof DiskFullException
          || e instanceof IOException
              && e.getMessage() != null
              && FULL.matcher(e.getMessage()).find()) {
        return true;
      }
    }
    return false;
  }

  /** The same fault, told as a full disk where it is one. */
  static IOException orElse(Exception fault) {
    if (isCauseOf(fault)) {
      return fault instanceof DiskFullException full
          ? full
          : new DiskFullException("the disk of the index is full", fault);
    }
    if (fault instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    return (IOException) fault;
  }
}
