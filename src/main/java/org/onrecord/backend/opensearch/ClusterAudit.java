package org.onrecord.backend.opensearch;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.onrecord.access.AuditLine;
import org.onrecord.access.AuditLog;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of writes on a cluster: an index in which each line is a document, which can be searched
 * by its members. Safe for use by several threads and programs.
 */
final class ClusterAudit implements AuditLog {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Cluster cluster;
  private final String index;
  private final int replicas;
  private final InstantSource clock;
  private boolean made;

  ClusterAudit(Cluster cluster, String index, int replicas, InstantSource clock) {
    this.cluster = cluster;
    this.index = index;
    this.replicas = replicas;
    this.clock = clock;
  }

  @Override
  public void add(
      String who,
      String address,
      String method,
      String path,
      int status,
      String request,
      Optional<String> note)
      throws IOException {
    make();
    AuditLine line =
        AuditLine.of(clock.instant(), who, address, method, path, status, request, note);
    // A request that is sent twice writes the same document twice.
    cluster.send("PUT", "/" + index + "/_doc/" + UUID.randomUUID(), JSON.valueToTree(line));
  }

  private synchronized void make() throws IOException {
    if (!made) {
      cluster.createIndex(index, IndexDefinition.audit(replicas));
      made = true;
    }
  }
}
