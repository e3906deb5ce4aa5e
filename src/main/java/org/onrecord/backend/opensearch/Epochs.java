package org.onrecord.backend.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.onrecord.schema.SchemaVersion;
import org.onrecord.search.ArchiveUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive on a cluster, and its views: its documents lie in the index {@code PREFIX-1}, which
 * the alias {@code PREFIX} names, its {@link Epoch} in {@code PREFIX-control}. Safe for use by
 * several threads.
 */
public final class Epochs implements Closeable {
  private final Cluster cluster;
  private final String prefix;
  private final ControlDocument control;

  /**
   * Names it; nothing is asked of the cluster yet.
   *
   * @param prefix what the names of its indexes begin with: small letters, digits, hyphens
   */
  public Epochs(Cluster cluster, String prefix) {
    checkPrefix(prefix);
    this.cluster = cluster;
    this.prefix = prefix;
    this.control = new ControlDocument(cluster, prefix + "-control");
  }

  static void checkPrefix(String prefix) {
    if (!prefix.matches("[a-z0-9][a-z0-9-]{0,99}")) {
      throw new IllegalArgumentException(
          "an index prefix has small letters, digits and hyphens, at most 100: " + prefix);
    }
  }

  /**
   * The archive as it is now.
   *
   * @throws org.onrecord.search.ArchiveUnavailableException if there is none, or one of another
   *     version, or the cluster does not answer
   */
  public ClusterView view() throws IOException {
    return view(control.read().epoch());
  }

  /** Whether there is an archive, of whatever version. */
  public boolean isThere() throws IOException {
    try {
      control.read();
      return true;
    } catch (ArchiveUnavailableException e) {
      return switch (e.reason()) {
        case MISSING -> false;
        case OTHER_VERSION -> true;
        default -> throw e;
      };
    }
  }

  ClusterView view(Epoch epoch) {
    return new ClusterView(cluster, prefix, epoch.live(), epoch.committed());
  }

  Cluster cluster() {
    return cluster;
  }

  /** The name of the documents' index. */
  String documents() {
    return prefix;
  }

  ControlDocument control() {
    return control;
  }

  /** Makes the archive where there is none; others may do so at the same time. */
  void create(int shards, int replicas) throws IOException {
    ObjectNode documents = IndexDefinition.documents(shards, replicas);
    documents.putObject("aliases").putObject(prefix);
    createIndex(prefix + "-1", documents);
    createIndex(prefix + "-control", IndexDefinition.control(replicas));
    control.create(Epoch.first(SchemaVersion.CURRENT.number()));
  }

  private void createIndex(String name, ObjectNode definition) throws IOException {
    try {
      cluster.send("PUT", "/" + name, definition);
    } catch (ClusterException e) {
      if (!e.type().equals("resource_already_exists_exception")) {
        throw e;
      }
    }
  }

  /** What was written until now is found by searches. */
  void refresh() throws IOException {
    cluster.send("POST", "/" + prefix + "/_refresh", null);
  }

  /** Deletes documents, at once. */
  void delete(JsonNode query) throws IOException {
    cluster.sendLong("POST", "/" + prefix + "/_delete_by_query?conflicts=proceed", asking(query));
  }

  static ObjectNode asking(JsonNode query) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("query", query);
    return body;
  }

  /** {@code {"term": {field: value}}}. */
  static ObjectNode term(String field, String value) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.putObject("term").put(field, value);
    return query;
  }

  /** {@code {"range": {field: bounds}}}. */
  static ObjectNode range(String field, Map<String, Long> bounds) {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode range = query.putObject("range").putObject(field);
    bounds.forEach(range::put);
    return query;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
