package org.onrecord.backend.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.onrecord.search.ArchiveUnavailableException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive on a cluster, and its views: its documents lie in the index {@code PREFIX-1}, or that
 * with the number which its {@link Epoch} in {@code PREFIX-control} tells. The alias {@code PREFIX}
 * follows it, for who looks at the cluster by hand. Safe for use by several threads.
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
    this.control = new ControlDocument(cluster, controlName());
  }

  /** The index of the control document and what is noted beside it. */
  String controlName() {
    return prefix + "-control";
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
    return view(control.read().value());
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
    return new ClusterView(cluster, index(epoch.index()).name(), epoch.live(), epoch.committed());
  }

  Cluster cluster() {
    return cluster;
  }

  /** The index of the documents, by its number. */
  DocumentsIndex index(int number) {
    return new DocumentsIndex(cluster, prefix + '-' + number);
  }

  /** That of an epoch. */
  DocumentsIndex index(Epoch epoch) {
    return index(epoch.index());
  }

  /** The alias of the documents' index. */
  String documents() {
    return prefix;
  }

  ControlDocument control() {
    return control;
  }

  /** Which indexes there are besides. */
  IndexRegister register() {
    return new IndexRegister(cluster, controlName());
  }

  /** Makes the archive where there is none; others may do so at the same time. */
  void create(int shards, int replicas) throws IOException {
    if (isThere()) {
      return;
    }
    ObjectNode documents = IndexDefinition.documents(shards, replicas);
    documents.putObject("aliases").putObject(prefix);
    index(1).create(documents);
    new DocumentsIndex(cluster, controlName()).create(IndexDefinition.control(replicas));
    control.create(Epoch.first(IndexDefinition.SCHEMA));
  }

  /** Has the alias name one index, by its number. */
  void name(int number) throws IOException {
    String name = index(number).name();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode actions = body.putArray("actions");
    for (String other : named()) {
      if (!other.equals(name)) {
        actions.addObject().putObject("remove").put("index", other).put("alias", prefix);
      }
    }
    actions.addObject().putObject("add").put("index", name).put("alias", prefix);
    cluster.send("POST", "/_aliases", body);
  }

  /**
   * What else there is of the archive.
   *
   * @param replicas how many more times it is kept, when it is made
   */
  public SideIndex side(int replicas) {
    return new SideIndex(cluster, prefix, replicas);
  }

  /** The indexes that the alias names. */
  Set<String> named() throws IOException {
    try {
      return Set.copyOf(cluster.send("GET", "/_alias/" + prefix, null).propertyNames());
    } catch (ClusterException e) {
      if (e.status() == 404) {
        return Set.of();
      }
      throw e;
    }
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
