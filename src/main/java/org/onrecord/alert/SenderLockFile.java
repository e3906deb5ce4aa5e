package org.onrecord.alert;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;

/**
 * The lock of a file beside an index, which ends with the process. Safe for use by several threads.
 */
final class SenderLockFile implements SenderLock {
  private static final String FILE = ".alerts.lock";

  private final Path file;
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;

  /** That of an index. */
  SenderLockFile(Path index) {
    this.file = index.resolve(FILE);
  }

  @Override
  public synchronized boolean isHeld() {
    return lock != null;
  }

  @Override
  public synchronized boolean take() throws IOException {
    if (lock != null) {
      return true;
    }
    FileChannel opened =
        FileChannel.open(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.of(file));
    try {
      lock = opened.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      lock = null;
    }
    if (lock == null) {
      opened.close();
    } else {
      channel = opened;
    }
    return lock != null;
  }

  @Override
  public synchronized void close() throws IOException {
    lock = null;
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
