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
import org.onrecord.alert.KeptLines;
import org.onrecord.alert.SenderState;
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

  /**
   * What the services on a cluster share of what is sent. Where none has sent yet, with what lies
   * in files in the folder; where one has, those stay, and say nothing any more.
   */
  static SenderState sender(Path folder, SenderState there) throws IOException {
    boolean has =
        Files.exists(folder.resolve(SenderState.LOG))
            || Files.exists(folder.resolve(SenderState.TOLD));
    if (has && there.lock().take()) {
      try {
        SenderState before = SenderState.in(folder);
        take(folder, SenderState.TOLD, before.told(), there.told());
        take(folder, SenderState.LOG, before.log(), there.log());
      } finally {
        there.lock().close();
      }
    }
    return there;
  }

  private static void take(Path folder, String name, KeptLines from, KeptLines to)
      throws IOException {
    if (Files.exists(folder.resolve(name)) && to.take().isEmpty()) {
      to.replace(from.read());
      putAside(folder, name);
    }
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
