package org.onrecord.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whose a file is that may not be read or written, as far as that can be seen. */
final class Denied {
  private Denied() {}

  /** A sentence about the file, or about the nearest folder above it that can be seen. */
  static String of(@Nullable String file) {
    if (file == null) {
      return "permission denied";
    }
    String user = System.getProperty("user.name", "");
    return owned(Path.of(file).toAbsolutePath())
        .filter(owned -> !owned.owner().equals(user))
        .map(
            owned ->
                file
                    + ": permission denied. "
                    + owned.path()
                    + " belongs to "
                    + owned.owner()
                    + ", and this runs as "
                    + user)
        .orElse(file + ": permission denied");
  }

  private record Owned(Path path, String owner) {}

  private static Optional<Owned> owned(Path path) {
    for (Path each = path; each != null; each = each.getParent()) {
      try {
        return Optional.of(
            new Owned(each, Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).getName()));
      } catch (IOException e) {
        // It is not there, or cannot be seen: the folder above tells.
        continue;
      }
    }
    return Optional.empty();
  }
}
