package org.onrecord.app;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onrecord.backend.opensearch.ClusterHealth;
import org.onrecord.backend.opensearch.Epochs;
import org.onrecord.http.IndexState;

/**
 * An index on a cluster, as the cluster tells of it.
 *
 * @param filled whether it is known to be the archive that is meant
 */
record IndexOnCluster(Epochs epochs, AtomicBoolean filled, IndexOnDisk.Advice advice)
    implements IndexState {
  @Override
  public Optional<String> reindex() throws IOException {
    return advice.of();
  }

  @Override
  public long bytes() throws IOException {
    return new ClusterHealth(epochs).bytes();
  }

  @Override
  public long freeBytes() throws IOException {
    return new ClusterHealth(epochs).freeBytes();
  }

  /** The cluster does not tell. */
  @Override
  public Optional<Instant> lastCommit() {
    return Optional.empty();
  }

  @Override
  public boolean isDamaged() {
    return false;
  }

  @Override
  public Optional<String> missing(long articles) {
    if (articles > 0) {
      filled.set(true);
    }
    return filled.get()
        ? Optional.empty()
        : Optional.of("The index has no article: it is ready when it has one.");
  }

  @Override
  public boolean isWritable() throws IOException {
    return new ClusterHealth(epochs).isWritable();
  }
}
