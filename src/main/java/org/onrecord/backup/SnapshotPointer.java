package org.onrecord.backup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup has in place of an index that lies on a cluster: which snapshot of it there is, in
 * a repository of the cluster.
 *
 * @param repository its name on the cluster
 * @param snapshot the snapshot's name in the repository
 * @param uuid by which the cluster tells it from any other of the name
 * @param prefix what the names of the archive's indexes began with
 * @param indexes their names, that of the documents first
 * @param schema the version of the documents' fields
 * @param articles how many there were
 * @param bytes how long its files are in the repository, those that other snapshots share, too
 */
public record SnapshotPointer(
    String repository,
    String snapshot,
    String uuid,
    String prefix,
    List<String> indexes,
    int schema,
    long articles,
    long bytes) {
  /** The name of its file in a backup. */
  public static final String FILE = "cluster-snapshot.json";

  private static final JsonMapper JSON = JsonMapper.shared();

  public SnapshotPointer {
    indexes = List.copyOf(indexes);
  }

  /** As the file holds it. */
  public byte[] written() {
    return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it from its file.
   *
   * @throws DamagedFileException if it says nothing of that kind
   */
  static SnapshotPointer read(byte[] bytes) throws DamagedFileException {
    try {
      return JSON.readValue(bytes, SnapshotPointer.class);
    } catch (JacksonException e) {
      throw new DamagedFileException(FILE + " of the backup is damaged: " + e.getMessage(), e);
    }
  }
}
