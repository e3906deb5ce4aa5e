package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import org.onrecord.access.ApiKey;
import org.onrecord.access.ApiKeys;
import org.onrecord.access.KeyFile;
import org.onrecord.backend.opensearch.SideIndex;
import org.onrecord.cli.command.ArchiveLogs;
import org.onrecord.correction.DecisionFolder;

/**
 * Takes over, once, what lies in files in the folder that names a cluster, where it lay before
 * there was a place for it on the cluster; the files are put aside as {@code NAME.taken-over}.
 */
final class TakenOver {
  private static final String ASIDE = ".taken-over";

  private TakenOver() {}

  /**
   * What lies beside an index on a cluster, with what the folder has.
   *
   * @throws IOException if the cluster has something else already; the message says what to do
   */
  static SideIndex from(Path folder, SideIndex side) throws IOException {
    for (String name : ArchiveLogs.NAMES) {
      if (Files.exists(folder.resolve(name))) {
        ArchiveLogs.copy(name, new DecisionFolder(folder), side);
        putAside(folder, name);
      }
    }
    if (Files.exists(folder.resolve(KeyFile.FILE))) {
      takeKeys(folder, side.keys(InstantSource.system()));
      putAside(folder, KeyFile.FILE);
    }
    return side;
  }

  private static void takeKeys(Path folder, ApiKeys keys) throws IOException {
    List<ApiKey> all = new KeyFile(folder, InstantSource.system()).keys();
    List<ApiKey> there = keys.keys();
    if (there.isEmpty()) {
      keys.replaceAll(all);
    } else if (!there.containsAll(all)) {
      throw new IOException(
          "%s has keys that the cluster has not, which has keys: make them anew by onrecord keys"
                  .formatted(folder.resolve(KeyFile.FILE))
              + " add, and move the file away");
    }
  }

  /** Another program may have been quicker. */
  private static void putAside(Path folder, String name) throws IOException {
    try {
      Files.move(
          folder.resolve(name), folder.resolve(name + ASIDE), StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException _) {
      return;
    }
  }
}
