package org.onrecord.backend.lucene.care;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.onrecord.backend.lucene.index.LuceneFolder;
import org.onrecord.backup.DamagedFileException;
import org.onrecord.backup.Snapshot;

/**
 * The newest commit of an index, whose files are compared with their checksums as they are read.
 */
public final class LuceneSnapshot implements Snapshot {
  private static final int BUFFER = 1 << 16;

  private final LuceneFolder folder;
  private final PinnedCommit commit;

  private LuceneSnapshot(LuceneFolder folder, PinnedCommit commit) {
    this.folder = folder;
    this.commit = commit;
  }

  /**
   * Opens the newest commit of the index in {@code folder}, of whatever version it is.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, or it is damaged
   */
  public static LuceneSnapshot open(Path folder) throws IOException {
    LuceneFolder index = new LuceneFolder(folder);
    return index.reader(
        index.openAnyVersion(), directory -> new LuceneSnapshot(index, PinnedCommit.of(directory)));
  }

  @Override
  public List<Content> files() {
    List<Content> contents = new ArrayList<>();
    for (String name : commit.listAll()) {
      contents.add(new LuceneFile(name));
    }
    return List.copyOf(contents);
  }

  @Override
  public boolean owns(String name) {
    return name.equals(IndexWriter.WRITE_LOCK_NAME)
        || name.startsWith(IndexFileNames.SEGMENTS)
        || name.startsWith(IndexFileNames.PENDING_SEGMENTS)
        || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches();
  }

  private final class LuceneFile implements Content {
    private final String name;

    LuceneFile(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long length() {
      try {
        return commit.fileLength(name);
      } catch (IOException e) {
        throw new IllegalStateException("the file is open: " + name, e);
      }
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
      try (IndexInput input = commit.openInput(name, IOContext.DEFAULT)) {
        CodecUtil.checksumEntireFile(input);
        byte[] buffer = new byte[BUFFER];
        for (long left = input.length(); left > 0; ) {
          int size = (int) Math.min(left, buffer.length);
          input.readBytes(buffer, 0, size);
          out.write(buffer, 0, size);
          left -= size;
        }
      } catch (CorruptIndexException | EOFException e) {
        throw new DamagedFileException(
            folder.path().resolve(name) + " is damaged. " + LuceneFolder.REMEDY, e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    commit.close();
  }
}
