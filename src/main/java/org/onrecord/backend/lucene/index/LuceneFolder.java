package org.onrecord.backend.lucene.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OwnerOnly;
import org.onrecord.schema.SchemaVersion;
import org.onrecord.search.ArchiveUnavailableException;
import org.onrecord.search.ArchiveUnavailableException.Reason;

/** The folder in which an index lies, and what is said when it cannot be used. */
public record LuceneFolder(Path path) {
  private static final String SCHEMA = "onrecord.schema";

  /** What to do about a damaged index. */
  public static final String REMEDY =
      "\"onrecord check\" tells all that is wrong. Restore the index from a backup (onrecord"
          + " restore DIR --index NEW), or index the articles anew into an empty folder.";

  /** What is kept with every commit: the version of the schema. */
  public static Map<String, String> commitData() {
    return Map.of(SCHEMA, Integer.toString(SchemaVersion.CURRENT.number()));
  }

  /**
   * Opens the folder, making it where it is missing; the index in it, if any, is of this version.
   */
  public Directory createOrOpen() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new ArchiveUnavailableException(
          Reason.MISSING, path + " is a file; an index needs a folder: name another one.", null);
    }
    OwnerOnly.makeFolder(path);
    return checked(
        new OwnerOnlyDirectory(path),
        directory -> {
          if (DirectoryReader.indexExists(directory)) {
            checkVersion(directory);
          } else if (isLeftOver()) {
            throw withoutCommit();
          }
        });
  }

  /** Whether an index is there, sound or not, of whatever version. */
  public boolean isThere() throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Directory directory = new OwnerOnlyDirectory(path)) {
      return DirectoryReader.indexExists(directory) || isLeftOver();
    }
  }

  /** Opens the folder, which must hold an index of this version. */
  public Directory open() throws IOException {
    return checked(openAnyVersion(), this::checkVersion);
  }

  /** Opens the folder, which must hold an index of this version or an older one. */
  public Directory openOlder() throws IOException {
    return checked(
        openAnyVersion(),
        directory -> {
          int found = schema(directory);
          if (found == 0 || found > SchemaVersion.CURRENT.number()) {
            throw otherVersion(found, SchemaVersion.CURRENT.number());
          }
        });
  }

  /** Opens the folder, which must hold an index. */
  public Directory openAnyVersion() throws IOException {
    if (!Files.isDirectory(path)) {
      throw missing();
    }
    return checked(
        new OwnerOnlyDirectory(path),
        directory -> {
          if (!DirectoryReader.indexExists(directory)) {
            throw isLeftOver() ? withoutCommit() : missing();
          }
        });
  }

  private interface Check {
    void of(Directory directory) throws IOException;
  }

  /** The directory, which is closed where it does not pass. */
  private static Directory checked(Directory directory, Check check) throws IOException {
    try {
      check.of(directory);
      return directory;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** How a reader of an index is made. */
  public interface Opening<T> {
    T of(Directory directory) throws IOException;
  }

  /** Opens what reads an index, whose directory is closed where that fails. */
  public <T> T reader(Directory directory, Opening<T> opening) throws IOException {
    try {
      return opening.of(directory);
    } catch (IOException e) {
      directory.close();
      throw told(e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private void checkVersion(Directory directory) throws IOException {
    int current = SchemaVersion.CURRENT.number();
    int found = schema(directory);
    if (found != current) {
      throw otherVersion(found, current);
    }
  }

  /**
   * The version of the schema of an index; 0 where it names none.
   *
   * @throws ArchiveUnavailableException if it cannot be told
   */
  int schema(Directory directory) throws IOException {
    try {
      String found = SegmentInfos.readLatestCommit(directory).getUserData().get(SCHEMA);
      return found == null ? 0 : Integer.parseInt(found);
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      checkCommit(directory);
      throw new ArchiveUnavailableException(
          Reason.OTHER_VERSION,
          "The index in "
              + path
              + " was written by another version of Lucene, which this program cannot read. Export"
              + " its articles with the program that made it (onrecord export), and index them"
              + " into an empty folder: onrecord index PATH… --index DIR",
          e);
    } catch (CorruptIndexException | EOFException | NoSuchFileException | FileNotFoundException e) {
      throw damaged(e);
    } catch (NumberFormatException e) {
      throw damaged(new CorruptIndexException("its schema is no number", "commit", e));
    }
  }

  /** A commit of another version is whole all the same. */
  private void checkCommit(Directory directory) throws IOException {
    String name = SegmentInfos.getLastCommitSegmentsFileName(directory);
    try (IndexInput commit = directory.openInput(name, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(commit);
    } catch (CorruptIndexException | EOFException e) {
      throw damaged(e);
    }
  }

  /** Whether files of an index are there, and none that says what is committed. */
  private boolean isLeftOver() throws IOException {
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(path, "_*.{cfs,fdt}")) {
      return segments.iterator().hasNext();
    }
  }

  private ArchiveUnavailableException withoutCommit() {
    return damaged(new NoSuchFileException("segments_N"));
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

  private ArchiveUnavailableException otherVersion(int found, int current) {
    String what = "its schema is " + found + ", this program's " + current;
    return new ArchiveUnavailableException(
        Reason.OTHER_VERSION,
        found > current || found == 0
            ? "The index in "
                + path
                + " was made by another version of OnRecord ("
                + what
                + "). Use that version, or another folder: --index DIR"
            : "The index in "
                + path
                + " was made by an older OnRecord ("
                + what
                + "). Bring it over, from the articles that it holds: onrecord reindex --index "
                + path,
        null);
  }

  public ArchiveUnavailableException damaged(IOException cause) {
    return new ArchiveUnavailableException(
        Reason.DAMAGED,
        "The index in " + path + " is damaged: " + sentence(cause) + ". " + REMEDY,
        cause);
  }

  /** What a fault of opening the index means; the fault itself where it says enough. */
  public IOException told(IOException fault) {
    return switch (fault) {
      case LockObtainFailedException e -> locked(e);
      case CorruptIndexException e -> damaged(e);
      case IndexFormatTooOldException e -> damaged(e);
      case IndexFormatTooNewException e -> damaged(e);
      case EOFException e -> damaged(e);
      case NoSuchFileException e -> damaged(e);
      case FileNotFoundException e -> damaged(e);
      default -> fault;
    };
  }

  /** What a writer means that a fault in the background, such as that of a merge, has stopped. */
  public IOException broken(IllegalStateException fault) {
    return told(fault.getCause() instanceof IOException e ? e : new IOException(fault));
  }

  /** What is wrong, with the file that it is wrong with. */
  static String sentence(IOException fault) {
    return switch (fault) {
      case NoSuchFileException e -> Path.of(e.getFile()).getFileName() + " is missing";
      case FileNotFoundException e -> e.getMessage() + " is missing";
      default -> String.valueOf(fault.getMessage());
    };
  }
}
