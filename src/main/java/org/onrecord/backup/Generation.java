package org.onrecord.backup;

import java.time.Instant;
import java.util.List;

/**
 * One backup of an index: what lay in its folder at one moment.
 *
 * @param id the moment as a name, {@code 20241107T100000Z}, in order of time; {@code …Z-2} for
 *     another of the same second
 * @param made when it was made
 * @param files everything that it is made of
 */
public record Generation(String id, Instant made, List<BackupFile> files) {
  public Generation {
    if (!id.matches("\\d{8}T\\d{6}Z(-\\d+)?")) {
      throw new IllegalArgumentException("no backup's name: " + id);
    }
    files = List.copyOf(files);
  }

  /** The length of all files, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(BackupFile::length).sum();
  }
}
