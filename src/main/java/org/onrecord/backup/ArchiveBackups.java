package org.onrecord.backup;

import java.io.IOException;
import java.util.List;

/** The port by which one archive goes into a folder of backups, and comes back from it. */
public interface ArchiveBackups {
  /** That keys did not come back. */
  String KEYS_LEFT_OUT =
      "Its API keys were left out; onrecord keys makes new ones, --keys restores them.";

  /**
   * That an archive was brought forward.
   *
   * @param first whether it was restored, since there was none
   * @param files how many files were new
   * @param notes what is to be known of it, a sentence a fact
   */
  record Followed(boolean first, int files, List<String> notes) {
    public Followed {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Adds a backup of what was committed last, and of what lies beside it.
   *
   * @throws DamagedFileException if the archive is damaged; the backups are as they were
   * @throws IOException if there is no archive, or the backup cannot be written
   */
  BackupReport add() throws IOException;

  /**
   * Takes away all but the newest backups.
   *
   * @param keep how many stay, at least 1
   * @return the names of those taken away
   */
  List<String> prune(int keep) throws IOException;

  /**
   * Looks whether a backup can be restored.
   *
   * @return what is wrong, a sentence a fault
   */
  List<String> verify(Generation generation) throws IOException;

  /**
   * Puts a backup in the place of an archive that is not there.
   *
   * @param keys whether the keys come back, too
   * @return what is to be known of it, a sentence a fact
   * @throws DamagedFileException if the backup is damaged
   * @throws IOException if there is an archive already; the message says what to do
   */
  List<String> restore(Generation generation, boolean keys) throws IOException;

  /**
   * Brings an archive forward to a backup, while it is served.
   *
   * @param keys whether the keys come along
   * @throws IOException if the archive is no {@link Standby}, or its kind knows none
   */
  Followed follow(Generation generation, boolean keys) throws IOException;
}
