package org.onrecord.backend.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster is, and how it is spoken to.
 *
 * @param hosts its nodes, {@code https://one.example:9200}, at least one; asked in turn
 * @param authorization what the {@code Authorization} header says; null where the cluster asks
 *     nobody who they are
 * @param authority a file with the certificates (PEM) that the nodes' certificates are checked by;
 *     null for those that Java trusts
 * @param patience how long one request may take
 */
public record ClusterAddress(
    List<URI> hosts, @Nullable String authorization, @Nullable Path authority, Duration patience) {
  /** How long one request may take, if nothing else is said. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  public ClusterAddress {
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a cluster has at least one host");
    }
  }

  /** A cluster that asks nobody who they are. */
  public static ClusterAddress of(URI... hosts) {
    return new ClusterAddress(List.of(hosts), null, null, PATIENCE);
  }

  @Override
  public String toString() {
    return hosts.toString();
  }
}
