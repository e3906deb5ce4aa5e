package org.onrecord.backend.lucene.care;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;

/**
 * The files of the newest commit of an index, all opened at once: what others write and delete
 * afterwards changes nothing in them. It cannot be written, and needs no lock. Closing it closes
 * the directory that it was made of.
 */
final class PinnedCommit extends FilterDirectory {
  /** How often a newer commit may take away the files of the one that is being opened. */
  private static final int ATTEMPTS = 100;

  private final Map<String, IndexInput> files;

  private PinnedCommit(Directory directory, Map<String, IndexInput> files) {
    super(directory);
    this.files = files;
  }

  /**
   * Opens the newest commit.
   *
   * @throws NoSuchFileException if the commit names a file that is not there
   */
  static PinnedCommit of(Directory directory) throws IOException {
    long seen = -1;
    for (int attempt = 1; ; attempt++) {
      long generation = SegmentInfos.getLastCommitGeneration(directory);
      Map<String, IndexInput> files = new TreeMap<>();
      try {
        for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
          files.put(name, directory.openInput(name, IOContext.DEFAULT));
        }
        return new PinnedCommit(directory, files);
      } catch (NoSuchFileException | FileNotFoundException e) {
        IOUtils.closeWhileHandlingException(files.values());
        if (generation == seen || attempt == ATTEMPTS) {
          throw e;
        }
        seen = generation;
      } catch (IOException | RuntimeException e) {
        IOUtils.closeWhileHandlingException(files.values());
        throw e;
      }
    }
  }

  @Override
  public String[] listAll() {
    return files.keySet().toArray(new String[0]);
  }

  @Override
  public long fileLength(String name) throws IOException {
    return file(name).length();
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return file(name).clone();
  }

  private IndexInput file(String name) throws IOException {
    IndexInput file = files.get(name);
    if (file == null) {
      throw new NoSuchFileException(name);
    }
    return file;
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    return NoLockFactory.INSTANCE.obtainLock(in, name);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) {
    throw new UnsupportedOperationException("a commit is not written to");
  }

  @Override
  public void deleteFile(String name) {
    throw new UnsupportedOperationException("a commit is not written to");
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(() -> IOUtils.close(files.values()), in);
  }
}
