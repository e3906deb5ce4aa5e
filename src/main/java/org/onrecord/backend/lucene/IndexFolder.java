package org.onrecord.backend.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.onrecord.schema.SchemaVersion;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/** The folder in which an index lies, and what is said when it cannot be used. */
record IndexFolder(Path path) {
  private static final String SCHEMA = "onrecord.schema";

  /** What is kept with every commit: the version of the schema. */
  static Map<String, String> commitData() {
    return Map.of(SCHEMA, Integer.toString(SchemaVersion.CURRENT.number()));
  }

  /**
   * Opens the folder, making it where it is missing; the index in it, if any, is of this version.
   */
  Directory createOrOpen() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new ArchiveUnavailableException(
          Reason.MISSING, path + " is a file; an index needs a folder: name another one.", null);
    }
    Files.createDirectories(path);
    Directory directory = FSDirectory.open(path);
    try {
      if (DirectoryReader.indexExists(directory)) {
        checkVersion(directory);
      }
      return directory;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Opens the folder, which must hold an index of this version. */
  Directory open() throws IOException {
    if (!Files.isDirectory(path)) {
      throw missing();
    }
    Directory directory = FSDirectory.open(path);
    try {
      if (!DirectoryReader.indexExists(directory)) {
        throw missing();
      }
      checkVersion(directory);
      return directory;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private void checkVersion(Directory directory) throws IOException {
    String current = Integer.toString(SchemaVersion.CURRENT.number());
    String found;
    try {
      found = SegmentInfos.readLatestCommit(directory).getUserData().getOrDefault(SCHEMA, "none");
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw otherVersion("it was written by another version of Lucene", e);
    } catch (CorruptIndexException e) {
      throw damaged(e);
    }
    if (!found.equals(current)) {
      throw otherVersion("its schema is " + found + ", this program's " + current, null);
    }
  }

  private ArchiveUnavailableException missing() {
    return new ArchiveUnavailableException(
        Reason.MISSING,
        "There is no index in " + path + ". Make one: onrecord index PATH… --index " + path,
        null);
  }

  /** Another process, or another part of this one, holds the index open for writing. */
  ArchiveUnavailableException locked(@Nullable IOException cause) {
    return new ArchiveUnavailableException(
        Reason.LOCKED,
        "The index in "
            + path
            + " is being written by another process, perhaps an \"onrecord index\" that still"
            + " runs. Wait until that ends, or stop it, and try again.",
        cause);
  }

  private ArchiveUnavailableException otherVersion(String difference, @Nullable IOException cause) {
    return new ArchiveUnavailableException(
        Reason.OTHER_VERSION,
        "The index in "
            + path
            + " was made by another version of OnRecord ("
            + difference
            + "). Index the articles anew into an empty folder: onrecord index PATH… --index DIR",
        cause);
  }

  ArchiveUnavailableException damaged(IOException cause) {
    return new ArchiveUnavailableException(
        Reason.DAMAGED,
        "The index in "
            + path
            + " is damaged: "
            + cause.getMessage()
            + ". Restore it from a backup, or index the articles anew into an empty folder.",
        cause);
  }
}
