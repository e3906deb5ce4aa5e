package org.onrecord.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.zip.ZipException;

/** Says in a clause why bytes could not be read. */
final class Faults {
  private Faults() {}

  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileSystemException f ->
          Objects.requireNonNullElse(f.getReason(), "the system gives no reason");
      case EOFException _ -> "it ends in the middle";
      case ZipException z -> "it is damaged (" + z.getMessage() + ")";
      default -> String.valueOf(e.getMessage());
    };
  }
}
