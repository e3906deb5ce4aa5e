package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.article.OwnerOnly;

/**
 * Which snapshots on a cluster a folder of backups has: in its folder {@code snapshots} a file
 * each, by its name, that says in which repository. It is there before the snapshot is begun, and
 * goes after it, so that none is forgotten, whoever is killed.
 */
record SnapshotNames(Path backups) {

  /** A snapshot, whether or not it is there. */
  record Named(String snapshot, String repository) {}

  private Path folder() {
    return backups.resolve("snapshots");
  }

  void add(Named named) throws IOException {
    OwnerOnly.makeFolder(folder());
    Path file = folder().resolve(named.snapshot());
    Files.createFile(file, OwnerOnly.of(file));
    Files.writeString(file, named.repository());
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /** Those that none of some others is, the oldest first. */
  List<Named> but(Set<String> needed) throws IOException {
    List<Named> all = new ArrayList<>();
    if (Files.isDirectory(folder())) {
      try (Stream<Path> files = Files.list(folder())) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (!needed.contains(name)) {
            all.add(new Named(name, Files.readString(file)));
          }
        }
      }
    }
    return all;
  }

  void remove(Named named) throws IOException {
    Files.deleteIfExists(folder().resolve(named.snapshot()));
  }
}
