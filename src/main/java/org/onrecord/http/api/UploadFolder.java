package org.onrecord.http.api;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of a service's own among the system's temporary files, for what it is receiving. Its
 * owner locks a file in it, so that what a killed service left is known from what another one uses.
 */
final class UploadFolder implements Closeable {
  private static final String PREFIX = "onrecord-uploads-";
  private static final String LOCK = "lock";

  /** How long a service may take from making its folder to locking it. */
  private static final Duration MAKING = Duration.ofMinutes(1);

  /** Those of this program: to look at the lock of one of them would release it. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  /** Makes one, readable by its owner alone. */
  UploadFolder(Path temporary) throws IOException {
    folder = Files.createTempDirectory(temporary, PREFIX);
    OWN.add(folder);
    lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    lock.write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}));
  }

  /** A new, empty file in it. */
  Path file() throws IOException {
    return Files.createTempFile(folder, "", "");
  }

  /** Takes away what services left that are no more. */
  static void takeAwayLeftOvers(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path each : folders) {
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !OWN.contains(each)) {
          try {
            takeAwayUnlessUsed(each);
          } catch (FileSystemException _) {
            // Another user's, or one that goes away by itself.
          }
        }
      }
    }
  }

  private static void takeAwayUnlessUsed(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) == 0) {
      BasicFileAttributes made = Files.readAttributes(folder, BasicFileAttributes.class);
      if (made.lastModifiedTime().toInstant().isBefore(Instant.now().minus(MAKING))) {
        delete(folder);
      }
      return;
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock mine = channel.tryLock()) {
      if (mine != null) {
        delete(folder);
      }
    } catch (OverlappingFileLockException _) {
      // Used by this very program.
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  /** Takes it away with all that is in it. */
  @Override
  public void close() throws IOException {
    try (lock) {
      delete(folder);
    } finally {
      OWN.remove(folder);
    }
  }
}
