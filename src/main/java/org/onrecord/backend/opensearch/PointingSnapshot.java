package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.onrecord.backup.Snapshot;
import org.onrecord.backup.SnapshotPointer;

/**
 * What a backup has in place of an index: one file, that names the snapshot.
 *
 * @param pointer what the file holds
 * @param own the names of files in the archive's folder that no backup has
 */
record PointingSnapshot(byte[] pointer, Set<String> own) implements Snapshot, Snapshot.Content {
  @Override
  public List<Content> files() {
    return List.of(this);
  }

  @Override
  public boolean owns(String name) {
    return own.contains(name) || name.equals(SnapshotPointer.FILE);
  }

  @Override
  public String name() {
    return SnapshotPointer.FILE;
  }

  @Override
  public long length() {
    return pointer.length;
  }

  @Override
  public void copyTo(OutputStream out) throws IOException {
    out.write(pointer);
  }

  @Override
  public void close() {}
}
