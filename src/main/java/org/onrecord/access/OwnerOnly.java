package org.onrecord.access;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** New files that only their owner may read or write. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** What to make a file with; nothing where its file system knows no owners. */
  public static FileAttribute<?>[] of(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
