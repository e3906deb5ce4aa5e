package org.onrecord.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.onrecord.article.OwnerOnly;

/** Copies files of a backup to where they were, each compared with its digest. */
public record StoredCopy(BackupFolder backups) {

  /**
   * Makes a file.
   *
   * @throws DamagedFileException if the backup's is damaged
   * @throws IOException if there is one already, or it cannot be written
   */
  public void to(BackupFile file, Path to) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                to,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                OwnerOnly.of(to));
        OutputStream out = Channels.newOutputStream(channel)) {
      copy(file, out);
      channel.force(true);
    }
  }

  /** Whether there is a file already that is the same. */
  public boolean isAt(BackupFile file, Path there) throws IOException {
    if (!Files.isRegularFile(there) || Files.size(there) != file.length()) {
      return false;
    }
    DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
    Files.copy(there, digest);
    return digest.text().equals(file.sha256());
  }

  void copy(BackupFile file, OutputStream out) throws IOException {
    DigestStream digest = new DigestStream(out);
    try (InputStream in = backups.open(file)) {
      in.transferTo(digest);
    }
    if (!digest.text().equals(file.sha256())) {
      throw new DamagedFileException(backups.damaged(file) + "is damaged", null);
    }
  }
}
